package io.mergedesk.ui.audit;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(
        classes = AuditWorld.class,
        // two sets of screens
        properties = "spring.main.allow-bean-definition-overriding=true")
class AuditViewTest extends ScreenTest {

    @Autowired private World world;

    private final String name = "Depot " + UUID.randomUUID();
    private Entity contact;

    @BeforeEach
    void aContactThatTwoChanged() {
        ScreenWorld.signIn("admin", Role.ADMIN);
        contact = world.create(ANNA, "name", name, "phone", "1");
        World.applied(world.update(BEN, contact.id(), 1, "phone", "2"));
        World.applied(world.update(BEN, contact.id(), 2, "notes", "ring twice"));
    }

    @Test
    void edits_are_told_newest_first_and_those_of_one_go_fold() {
        open("entity=" + contact.id());

        assertThat(told())
                .containsExactly(
                        "ben changed " + name + " 2 times in a minute",
                        "ben changed Notes of " + name,
                        "ben changed Phone of " + name,
                        "anna created " + name);
        assertThat(text()).contains("v2 → v3", "Notes", "ring twice");
    }

    @Test
    void conditions_of_the_address_become_chips_that_can_be_taken_away() {
        open("entity=" + contact.id() + "&person=anna&field=phone");
        assertThat(told()).containsExactly("anna created " + name);

        click("Remove: Person: anna");

        assertThat(told()).contains("ben changed Phone of " + name, "anna created " + name);
        assertThat(address()).doesNotContain("person").contains("field=phone");
    }

    @Test
    void old_values_are_found_too() {
        open("entity=" + contact.id() + "&q=ring");

        assertThat(told()).containsExactly("ben changed Notes of " + name);
        assertThat(text()).contains("v2 → v3");
    }

    @Test
    void what_cannot_be_read_in_an_address_is_left_out() {
        open("entity=" + contact.id() + "&type=%20&origin=moon&during=ages&at=x1");

        assertThat(told()).contains("anna created " + name);
    }

    @Test
    void a_decision_is_shown_with_its_reason_and_the_value_that_lost() {
        world.park(ANNA, contact.id(), 1, "phone", "7777");
        var conflict = world.conflicts.openOf(contact.id(), SUE).getFirst();
        var now = world.conflicts.find(conflict.id(), SUE).orElseThrow();
        world.conflicts.resolve(
                conflict.id(),
                conflict.version(),
                now.seen(),
                Decisions.NONE.with(new FieldName("phone"), Choice.Whole.THEIRS),
                "Called the depot",
                Author.of(SUE, Origin.UI));

        open("entity=" + contact.id() + "&conflicts=only");

        assertThat(told())
                .contains("sue settled a conflict in " + name, "anna met another edit of " + name);
        assertThat(text())
                .contains(
                        "sue decided",
                        "Called the depot",
                        "7777",
                        "not taken",
                        "chosen: what was there");
        assertThat(
                        elements(
                                getCurrentView(),
                                element ->
                                        ("conflicts/" + conflict.id())
                                                .equals(element.getAttribute("href"))))
                .isNotEmpty();
    }

    @Test
    void what_is_no_edit_is_told_with_its_details_as_text() {
        note(
                TrailEntry.of(TrailAction.SIGN_IN, BEN.id(), world.clock.instant())
                        .from("192.0.2.7")
                        .with("with", "<img src=x onerror=alert(1)>"));

        open("person=ben&action=sign-in");

        assertThat(told()).contains("ben signed in");
        assertThat(text()).contains("from 192.0.2.7", "<img src=x onerror=alert(1)>");
        assertThat(elements(getCurrentView(), element -> element.getTag().equals("img"))).isEmpty();
    }

    @Test
    void what_happens_meanwhile_waits_behind_a_button() {
        open("entity=" + contact.id());
        World.applied(world.update(ANNA, contact.id(), 3, "phone", "3"));

        find(AuditScreen.class).single().announce();

        assertThat(text()).contains("Show 1 new entry").contains("v2 → v3");
        assertThat(told()).noneMatch(line -> line.startsWith("anna changed"));
        click("Show 1 new entry");
        assertThat(told().getFirst()).isEqualTo("anna changed Phone of " + name);
        assertThat(text()).doesNotContain("new entry");
    }

    @Test
    void one_thing_narrows_to_its_record() {
        open("person=anna&q=" + name.substring(6));

        click("Only this record");

        assertThat(address()).contains("entity=" + contact.id());
        assertThat(text()).contains("Record: " + name);
    }

    @Test
    void before_anything_was_verified_the_badge_says_so() {
        open("");

        assertThat(text()).contains("○ Not checked yet");
    }

    @Test
    void listening_ends_with_the_page() {
        open("");
        var listening = world.bus.subscribers();

        getCurrentView().getElement().removeFromTree();

        assertThat(world.bus.subscribers()).isEqualTo(listening - 1);
    }

    @Test
    void it_is_not_there_for_others() {
        ScreenWorld.signIn("sue", Role.SUPERVISOR);

        navigate("audit", Component.class);

        assertThat(text()).contains("There is nothing here");
    }

    private void note(TrailEntry entry) {
        world.transactions.executeWithoutResult(_ -> world.trail.note(entry));
    }

    private static void open(String query) {
        UI.getCurrent().navigate("audit", QueryParameters.fromString(query));
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private List<String> told() {
        return elements(getCurrentView(), element -> element.getClassList().contains("entry-told"))
                .map(element -> element.getTextRecursively())
                .toList();
    }
}
