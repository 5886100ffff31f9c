package io.mergedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.security.TokenOutcome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// How programs sign in, over real HTTP, and what a stranger gets to see.
@SpringBootTest(
        classes = SignInApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true"})
@ActiveProfiles("demo")
class SignInApiTest {

    private static final String PASSWORD = "correct horse battery staple";

    @LocalServerPort private int port;
    @Autowired private TestClock clock;
    @Autowired private InstantSource usedClock;
    @Autowired private PeopleService people;
    @Autowired private ApiTokenService tokens;

    private final Person admin = PersonBuilder.aPerson().with(Role.ADMIN).build();

    @Test
    void a_program_without_credentials_gets_401_with_problem_details_and_both_ways_to_sign_in()
            throws Exception {
        var answer = get("/api/test/whoami", request -> request);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(way -> way.startsWith("Basic"))
                .anyMatch(way -> way.startsWith("Bearer"));
        assertThat(answer.body()).contains("\"status\":401");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_program_signs_in_with_account_and_password() throws Exception {
        var ana = person();

        var answer = whoAmI(ana, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ana.value());
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_program_signs_in_with_a_token_until_it_is_revoked() throws Exception {
        var ana = person();
        var actor = PersonBuilder.aPerson().called(ana.value()).build().actor();
        var made = ((TokenOutcome.Made) tokens.create(actor, "robot")).token();

        assertThat(whoAmI(made.secret()).body()).isEqualTo(ana.value());
        assertThat(tokens.of(actor, ana).getFirst().lastUsedAt()).isPresent();

        tokens.revoke(actor, ana, made.token().id());

        assertThat(whoAmI(made.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_token_of_somebody_disabled_is_refused_at_once() throws Exception {
        var ana = person();
        var actor = PersonBuilder.aPerson().called(ana.value()).build().actor();
        var secret = ((TokenOutcome.Made) tokens.create(actor, "robot")).token().secret();
        assertThat(whoAmI(secret).statusCode()).isEqualTo(200);

        people.disable(admin.actor(), ana);

        assertThat(whoAmI(secret).statusCode()).isEqualTo(401);
    }

    @Test
    void a_password_that_was_reset_is_refused_at_once_although_it_was_right_before()
            throws Exception {
        var ana = person();
        assertThat(whoAmI(ana, PASSWORD).statusCode()).isEqualTo(200);

        people.resetPassword(admin.actor(), ana, "another long password");

        assertThat(whoAmI(ana, PASSWORD).statusCode()).isEqualTo(401);
        assertThat(whoAmI(ana, "another long password").statusCode()).isEqualTo(200);
    }

    @Test
    void a_guesser_has_to_wait_and_may_go_on_after_it() throws Exception {
        var ana = person();
        for (var i = 0; i < 5; i++) {
            assertThat(whoAmI(ana, "guess " + i).statusCode()).isEqualTo(401);
        }

        var answer = whoAmI(ana, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        var seconds = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
        clock.turn(Duration.ofSeconds(seconds));
        assertThat(whoAmI(ana, PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void an_account_that_does_not_exist_is_answered_like_one_that_does() throws Exception {
        var nobody = new UserId("nobody-" + UUID.randomUUID());

        var answer = whoAmI(nobody, PASSWORD);
        var known = whoAmI(person(), "wrong");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(known.body());
    }

    @Test
    void credentials_nobody_can_read_are_refused_and_not_a_failure_of_ours() throws Exception {
        for (var header :
                new String[] {"Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Digest x", ""}) {
            var answer =
                    get("/api/test/whoami", request -> request.header("Authorization", header));
            assertThat(answer.statusCode()).as(header).isEqualTo(401);
        }
    }

    @Test
    void the_demo_has_its_three_accounts() throws Exception {
        for (var account : new String[] {"user", "supervisor", "admin"}) {
            assertThat(whoAmI(new UserId(account), "demo").statusCode()).isEqualTo(200);
        }
        assertThat(usedClock).isSameAs(clock);
    }

    private UserId person() {
        var request = new NewPerson("p" + UUID.randomUUID(), "Ana", Role.USER, Set.of(), PASSWORD);
        return ((PeopleOutcome.Done) people.create(admin.actor(), request)).person().id();
    }

    private HttpResponse<String> whoAmI(UserId id, String password) throws Exception {
        var pair = (id.value() + ":" + password).getBytes(StandardCharsets.UTF_8);
        var header = "Basic " + Base64.getEncoder().encodeToString(pair);
        return get("/api/test/whoami", request -> request.header("Authorization", header));
    }

    private HttpResponse<String> whoAmI(String token) throws Exception {
        return get(
                "/api/test/whoami", request -> request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> change)
            throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(change.apply(request(path)).build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
