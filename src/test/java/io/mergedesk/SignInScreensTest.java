package io.mergedesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.security.SignedInPerson;
import java.net.InetAddress;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.test.context.ActiveProfiles;

/// The screens for signing in and for people, without a browser.
@SpringBootTest(classes = SignInApplication.class)
@ActiveProfiles("demo")
class SignInScreensTest extends SpringBrowserlessTest {

    @Autowired private PeopleService people;
    @Autowired private Environment environment;

    private final Person admin = PersonBuilder.aPerson().called("admin").with(Role.ADMIN).build();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_login_page_offers_the_accounts_of_the_demo() {
        navigate("login", Component.class);

        assertThat(find(LoginForm.class).single().getAction()).isEqualTo("login");
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .contains("user", "supervisor", "admin");
    }

    @Test
    void the_demo_answers_on_its_own_machine_only_and_the_login_page_says_so() {
        navigate("login", Component.class);

        var address = InetAddress.ofLiteral(environment.getRequiredProperty("server.address"));
        assertThat(address.isLoopbackAddress()).isTrue();
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .anyMatch(text -> text.startsWith("Demo on this machine only."));
    }

    @Test
    void the_login_page_says_how_long_to_wait() {
        UI.getCurrent().navigate("login", QueryParameters.of("wait", "30"));

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("Please wait 30 seconds, then try again. Your account is safe.");
    }

    @Test
    void everybody_is_listed_for_an_admin() {
        signIn(admin);

        navigate("people", Component.class);

        Grid<?> grid = find(Grid.class).single();
        assertThat(grid.getGenericDataView().getItems())
                .hasSameSizeAs(people.all(admin.actor()))
                .isNotEmpty();
    }

    @Test
    void an_admin_adds_a_person_and_sees_the_password_once() {
        signIn(admin);
        navigate("people", Component.class);
        var account = "p" + UUID.randomUUID();

        test(find(Button.class).withText("Add person").single()).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Petra");
        test(find(TextField.class).withCaption("Account name").single()).setValue(account);
        var buttons = find(Button.class).withText("Add person").all();
        test(buttons.getLast()).click();

        assertThat(people.find(admin.actor(), new UserId(account))).isPresent();
        assertThat(find(TextField.class).withCondition(TextField::isReadOnly).single().getValue())
                .hasSize(19);
    }

    @Test
    void a_name_that_is_taken_is_said_at_its_field() {
        var request =
                new NewPerson(
                        "p" + UUID.randomUUID(),
                        "Petra",
                        Role.USER,
                        Set.of(),
                        "correct horse battery");
        assertThat(people.create(admin.actor(), request)).isInstanceOf(PeopleOutcome.Done.class);
        signIn(admin);
        navigate("people", Component.class);

        test(find(Button.class).withText("Add person").single()).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("Petra");
        var account = find(TextField.class).withCaption("Account name").single();
        test(account).setValue(request.account());
        test(find(Button.class).withText("Add person").all().getLast()).click();

        assertThat(account.isInvalid()).isTrue();
        assertThat(account.getErrorMessage()).contains("nobody has yet");
    }

    private static void signIn(Person person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(SignedInPerson.of(person)));
    }
}
