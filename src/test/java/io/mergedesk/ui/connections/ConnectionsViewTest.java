package io.mergedesk.ui.connections;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Role;
import io.mergedesk.realtime.ClientId;
import io.mergedesk.realtime.CloseReason;
import io.mergedesk.realtime.Gateway;
import io.mergedesk.realtime.Line;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.realtime.LinkOutcome;
import io.mergedesk.realtime.Links;
import io.mergedesk.realtime.NewLink;
import io.mergedesk.realtime.Visitor;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The screen of the connections without a browser.
@SpringBootTest(
        classes = ConnectionsScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
class ConnectionsViewTest extends ScreenTest {

    @Autowired private Gateway gateway;
    @Autowired private Links links;

    @BeforeEach
    void signIn() {
        ScreenWorld.signIn("admin", Role.ADMIN);
    }

    @AfterEach
    void everybodyLeaves() {
        gateway.health().forEach(client -> gateway.close(client.person(), client.client()));
        links.all(ADMIN).forEach(link -> links.remove(ADMIN, link.link().id()));
        Awaitility.await().until(() -> gateway.health().isEmpty());
    }

    @Test
    void where_nobody_is_connected_it_says_how_they_would_be() {
        open();

        assertThat(text())
                .contains(
                        "No program is connected.",
                        "/api/v1/realtime",
                        "This site listens to no other Mergedesk.",
                        "Add the first link");
    }

    @Test
    void a_program_is_shown_with_what_it_has_and_is_closed() {
        open();

        connect("crm-sync");

        eventually(() ->
                assertThat(text())
                        .contains("crm-sync", "anna · 127.0.0.1", "nothing yet")
                        .doesNotContain("No program is connected."));
        click("Close crm-sync of anna");
        assertThat(toasts()).contains("Closed. Its program may connect again.");
        eventually(() -> assertThat(text()).contains("No program is connected."));
    }

    @Test
    void one_that_has_left_meanwhile_cannot_be_closed_any_more() {
        connect("crm-sync");
        open();
        assertThat(text()).contains("crm-sync");
        gateway.close(ANNA.id(), new ClientId("crm-sync"));
        Awaitility.await().until(() -> gateway.health().isEmpty());

        click("Close crm-sync of anna");

        assertThat(toasts()).contains("It had left already.");
    }

    @Test
    void what_is_wrong_with_a_link_is_told_at_its_field() {
        open();

        click("Add link");
        click("Add link");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Expected 1 to 120 characters");
        assertThat(field("Address").getErrorMessage())
                .startsWith("Expected the address of a Mergedesk");
        fill("Lyon", "https://lyon.invalid");
        click("Add link");

        eventually(() -> assertThat(text()).contains("Lyon", "https://lyon.invalid", "down"));
        click("Add link");
        fill("lyon", "https://other.invalid");
        click("Add link");
        assertThat(field("Name").getErrorMessage()).isEqualTo("Expected one that no link has yet");
    }

    @Test
    void a_link_that_gets_nowhere_says_why_and_when_it_tries_again() {
        add("Bonn");
        open();

        eventually(() -> assertThat(text()).contains("Its name is not known", "Next try in"));
        assertThat(text()).doesNotContain("token-of-bonn");
        links.pause(ADMIN, only().link().id());
        eventually(() ->
                assertThat(text())
                        .contains("paused", "it goes on where it was when it is resumed"));
        links.resume(ADMIN, only().link().id());
        eventually(() -> assertThat(text()).doesNotContain("paused"));
        links.remove(ADMIN, only().link().id());
        eventually(() -> assertThat(text()).contains("Add the first link").doesNotContain("Bonn"));
    }

    private LinkHealth only() {
        return links.all(ADMIN).getFirst();
    }

    private void add(String name) {
        var added =
                links.add(
                        ADMIN,
                        new NewLink(name, "https://bonn.invalid", "token-of-bonn", false, false));
        assertThat(added).isInstanceOf(LinkOutcome.Done.class);
    }

    private void connect(String client) {
        gateway.connect(
                new Visitor(
                        ANNA.id(),
                        Optional.of(new ClientId(client)),
                        () -> Optional.of(ANNA),
                        "127.0.0.1"),
                new Line() {
                    @Override
                    public void send(String frame) {}

                    @Override
                    public void ping(String mark) {}

                    @Override
                    public void close(CloseReason reason) {}
                });
    }

    private static void open() {
        // a page of its own
        UI.getCurrent().navigate("nowhere");
        UI.getCurrent().navigate("connections", QueryParameters.empty());
    }

    private void fill(String name, String url) {
        field("Name").setValue(name);
        field("Address").setValue(url);
        find(PasswordField.class).all().getLast().setValue("token-of-lyon");
    }

    private TextField field(String label) {
        return find(TextField.class)
                .withCondition(one -> label.equals(one.getLabel()))
                .all()
                .getLast();
    }
}
