package io.mergedesk.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Z9_-", "postCode", "$team"})
    void a_letter_then_letters_digits_and_two_signs_name_a_field(String name) {
        assertThat(new FieldName(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9a", "_a", "a b", "a.b", "é", "aé", "$teams", "a\u0100"})
    void anything_else_names_none(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldName(name))
                .withMessageContaining("expected a letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "9", "anna.berg_2@example-site"})
    void small_letters_digits_and_four_signs_name_a_person(String name) {
        assertThat(new UserId(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "Anna", "a b", "-a", "ä"})
    void anything_else_names_nobody(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UserId(name));
    }

    @Test
    void sixty_three_characters_are_the_most() {
        assertThat(new TypeName("a".repeat(63)).value()).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> new TypeName("a".repeat(64)));
    }
}
