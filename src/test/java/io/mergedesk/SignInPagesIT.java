package io.mergedesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.OpenSessions;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/// How people sign in with a browser and when their sessions end, over real HTTP.
@SpringBootTest(
        classes = SignInApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true"})
@ActiveProfiles("demo")
class SignInPagesIT {

    private static final String PASSWORD = "correct horse battery staple";

    @LocalServerPort private int port;
    @Autowired private TestClock clock;
    @Autowired private PeopleService people;
    @Autowired private OpenSessions sessions;

    private final Person admin = PersonBuilder.aPerson().with(Role.ADMIN).build();

    @Test
    void pages_lead_to_the_login_page_and_carry_the_protecting_headers() throws Exception {
        var browser = new Browser();

        var page = browser.get("/people");
        var login = browser.get("/login");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "default-src 'self'");
        assertThat(login.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(login.headers().firstValue("Referrer-Policy")).contains("same-origin");
    }

    @Test
    void after_the_login_the_page_that_was_asked_for_comes_with_a_new_session() throws Exception {
        var ana = person();
        var browser = new Browser();
        browser.get("/people?x=1");
        var before = browser.session();

        var answer = browser.login(ana, PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/people?x=1");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
    }

    @Test
    void the_cookie_of_a_browser_is_no_credential_for_the_api() throws Exception {
        var browser = new Browser();
        browser.login(person(), PASSWORD);

        assertThat(browser.get("/api/test/whoami").statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_leads_back_to_the_form() throws Exception {
        var answer = new Browser().login(person(), "wrong");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login?error");
    }

    @Test
    void the_form_too_makes_a_guesser_wait() throws Exception {
        var ana = person();
        var browser = new Browser();
        for (var i = 0; i < 5; i++) {
            browser.login(ana, "guess " + i);
        }

        var answer = browser.login(ana, PASSWORD);

        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/login?wait=");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void a_session_ends_after_thirty_idle_minutes_and_the_login_page_says_why() throws Exception {
        var browser = new Browser();
        browser.login(person(), PASSWORD);
        clock.turn(Duration.ofMinutes(29));
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(29));
        assertThat(browser.get("/people").statusCode()).isEqualTo(200);

        clock.turn(Duration.ofMinutes(31));

        var answer = browser.get("/people");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/login?expired");
    }

    @Test
    void heartbeats_of_an_open_page_do_not_keep_a_session() throws Exception {
        var browser = new Browser();
        browser.login(person(), PASSWORD);
        clock.turn(Duration.ofMinutes(20));
        browser.get("/?v-r=heartbeat");
        clock.turn(Duration.ofMinutes(11));

        assertThat(browser.get("/people").statusCode()).isEqualTo(302);
    }

    @Test
    void a_session_ends_after_twelve_hours_even_when_it_is_used() throws Exception {
        var browser = new Browser();
        browser.login(person(), PASSWORD);
        for (var i = 0; i < 35; i++) {
            clock.turn(Duration.ofMinutes(20));
            assertThat(browser.get("/people").statusCode()).isEqualTo(200);
        }

        clock.turn(Duration.ofMinutes(20));

        assertThat(browser.get("/people").statusCode()).isEqualTo(302);
    }

    @Test
    void sessions_of_somebody_disabled_end_at_once() throws Exception {
        var ana = person();
        var browser = new Browser();
        browser.login(ana, PASSWORD);
        var open = sessions.count();

        people.disable(admin.actor(), ana);

        assertThat(sessions.count()).isEqualTo(open - 1);
        assertThat(browser.get("/people").statusCode()).isEqualTo(302);
    }

    @Test
    void sessions_end_at_once_when_the_password_is_reset() throws Exception {
        var ana = person();
        var browser = new Browser();
        browser.login(ana, PASSWORD);

        people.resetPassword(admin.actor(), ana, "another long password");

        assertThat(browser.get("/people").statusCode()).isEqualTo(302);
    }

    private UserId person() {
        var request = new NewPerson("p" + UUID.randomUUID(), "Ana", Role.USER, Set.of(), PASSWORD);
        return ((PeopleOutcome.Done) people.create(admin.actor(), request)).person().id();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /// Keeps cookies and follows nothing, so that a test sees each step.
    private final class Browser {

        private static final Pattern TOKEN =
                Pattern.compile("name=\"_csrf\"[^>]*content=\"([^\"]+)");
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws Exception {
            var request = request(path).header("Accept", "text/html").build();
            return client.send(request, BodyHandlers.ofString());
        }

        HttpResponse<String> login(UserId id, String password) throws Exception {
            var token = TOKEN.matcher(get("/login").body());
            assertThat(token.find()).as("token against forged requests in the page").isTrue();
            var form =
                    "username=%s&password=%s&_csrf=%s"
                            .formatted(id.value(), encoded(password), encoded(token.group(1)));
            var request =
                    request("/login")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form));
            return client.send(request.build(), BodyHandlers.ofString());
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
