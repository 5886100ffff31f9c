package io.mergedesk.ui.events;

import static io.mergedesk.entities.World.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Role;
import io.mergedesk.entities.World;
import io.mergedesk.ui.ScreenWorld;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ScreenWorld.class)
class EventsViewTest extends SpringBrowserlessTest {

    @Autowired private World world;

    private final String title = "<img src=x onerror=alert(1)> " + UUID.randomUUID();

    @BeforeEach
    void asAdmin() {
        ScreenWorld.signIn("admin", Role.ADMIN);
    }

    @AfterEach
    void quiet() {
        world.bus.setDebug(false);
    }

    @Test
    void what_is_saved_appears_on_top_as_text_with_links() {
        navigate(EventsView.class);

        var contact = world.create(ANNA, "name", title);

        await(() -> rows().getFirst().contains("anna created " + title));
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "records/contacts/" + contact.id(),
                        "records/contacts/" + contact.id() + "/history?rev=1");
    }

    @Test
    void the_last_events_are_there_on_opening() {
        world.create(ANNA, "name", title);
        Awaitility.await().until(() -> world.bus.history().size() > 0);

        navigate(EventsView.class);

        await(() -> rows().stream().anyMatch(row -> row.contains(title)));
        assertThat(rows().stream().filter(row -> row.contains(title))).hasSize(1);
    }

    @Test
    void a_pattern_shows_only_what_matches() {
        UI.getCurrent().navigate("events", QueryParameters.fromString("pattern=entity:deleted"));

        world.create(ANNA, "name", title);

        await(() -> counts().contains("entity:created"));
        assertThat(rows()).noneMatch(row -> row.contains("entity:created"));
        test(find(PatternField.class).single()).selectItem("entity:*");
        assertThat(rows()).anyMatch(row -> row.contains(title));
    }

    @Test
    void a_pattern_that_matches_nothing_is_said_so() {
        navigate(EventsView.class);
        var field = find(PatternField.class).single();

        field.setValue("entity:moved");

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage())
                .isEqualTo(
                        "No event matches “entity:moved”. Write *, entity:*, sync:*, network:* or a whole name such as entity:updated.");
    }

    @Test
    void nothing_moves_while_paused_and_nothing_is_lost() {
        navigate(EventsView.class);
        test(find(Button.class).withText("Pause").single()).click();
        var before = rows();

        world.create(ANNA, "name", title);

        await(() -> !find(Button.class).withText("Show 1 new event").all().isEmpty());
        assertThat(rows()).isEqualTo(before);
        test(find(Button.class).withText("Resume").single()).click();
        assertThat(rows().getFirst()).contains(title);
    }

    @Test
    void debug_mode_is_switched_for_the_whole_bus() {
        navigate(EventsView.class);

        test(find(Checkbox.class).single()).click();

        assertThat(world.bus.isDebug()).isTrue();
    }

    @Test
    void listening_ends_with_the_page() {
        navigate(EventsView.class);
        var open = world.bus.subscribers();

        getCurrentView().getElement().removeFromTree();

        assertThat(world.bus.subscribers()).isEqualTo(open - 1);
    }

    @Test
    void it_is_not_there_for_others() {
        ScreenWorld.signIn("anna", Role.USER);

        navigate("events", Component.class);

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("There is nothing here");
    }

    private List<String> rows() {
        return find(EventRow.class).all().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private String counts() {
        return find(EventCounts.class).single().getElement().getTextRecursively();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .pollInSameThread()
                .until(() -> {
                    roundTrip();
                    return condition.call();
                });
    }
}
