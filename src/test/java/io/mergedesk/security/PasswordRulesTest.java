package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest(name = "{0} is refused")
    @ValueSource(
            strings = {
                "",
                "short",
                "1234567",
                "password",
                "Password1",
                "P@ssw0rd!",
                "passw0rd",
                "12345678",
                "qwertyuiop",
                "Welcome2024",
                "letmein!",
                "iloveyou",
                "11111111",
                "2024-01-01",
                "aaaaaaaaaaaaaa",
                "mergedesk1",
                "anabelle.smith",
                "abababababab"
            })
    void refuses_what_is_guessed_first(String password) {
        assertThat(rules.violations("password", "anabelle.smith", password))
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("password"));
    }

    @ParameterizedTest(name = "{0} is accepted")
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "kayak-river-9",
                "żółta łódka",
                "x7Kp-2mQw",
                "🦊🐻🐼🦁🐸🐵🐔🐧"
            })
    void accepts_what_is_long_and_uncommon(String password) {
        assertThat(rules.violations("password", "ana", password)).isEmpty();
    }

    @Test
    void accepts_two_hundred_characters_and_hashes_all_of_them() {
        var passwords = new Passwords(4);
        var longOne = "abcdefghij".repeat(20);

        assertThat(rules.violations("password", "ana", longOne)).isEmpty();
        assertThat(passwords.matches(longOne, passwords.hash(longOne))).isTrue();
        assertThat(passwords.matches(longOne + "x", passwords.hash(longOne))).isFalse();
        assertThat(rules.violations("password", "ana", longOne + longOne)).hasSize(1);
    }

    @Test
    void suggests_passwords_that_it_accepts_itself() {
        var suggested = new Passwords(4).generate();

        assertThat(suggested).hasSize(19);
        assertThat(rules.violations("password", "ana", suggested)).isEmpty();
    }
}
