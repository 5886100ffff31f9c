package io.mergedesk.ui.history;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.sync.EditStatus;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.ToldEdits;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ScreenWorld.class)
class HistoryViewTest extends ScreenTest {

    @Autowired private World world;
    @Autowired private ToldEdits edits;
    private Entity contact;

    @BeforeEach
    void aContactWithThreeRevisions() {
        ScreenWorld.signIn("anna", Role.USER);
        contact = world.create(ANNA, "name", "Northwind depot", "phone", "1");
        World.applied(world.update(BEN, contact.id(), 1, "phone", "2"));
        World.applied(world.update(BEN, contact.id(), 2, "notes", "<img src=x onerror=alert(1)>"));
    }

    @Test
    void the_timeline_tells_who_did_what_newest_first() {
        open("");

        assertThat(told())
                .containsExactly(
                        "ben changed it 2 times in a minute",
                        "ben changed Notes",
                        "ben changed Phone",
                        "You created it");
        assertThat(text()).contains("v2 → v3", "Notes");
    }

    @Test
    void values_with_markup_stay_text() {
        open("rev=3");

        assertThat(text()).contains("<img src=x onerror=alert(1)>");
        assertThat(elements("img")).isEmpty();
    }

    @Test
    void one_field_has_a_history_of_its_own() {
        open("field=phone");

        assertThat(told()).containsExactly("ben changed Phone", "You created it");
    }

    @Test
    void a_removed_field_keeps_its_history_and_does_not_come_back_by_restoring() {
        world.keepFields(field -> !field.name().equals(new FieldName("phone")));
        try {
            open("rev=2");
            assertThat(told()).contains("ben changed Phone", "ben changed Notes");
            assertThat(find(NativeTable.class).single().getElement().getTextRecursively())
                    .contains("Phone", "1", "2");
            assertThat(buttons()).contains("Restore v2").noneMatch(it -> it.contains("Phone"));

            open("field=phone");
            assertThat(told()).containsExactly("ben changed Phone", "You created it");

            open("compare=1..3");
            assertThat(find(NativeTable.class).single().getElement().getTextRecursively())
                    .contains("Phone", "1", "2", "Notes");

            open("rev=1");
            click("Restore v1");
            assertThat(text())
                    .contains(
                            "Left out, since the type no longer has it or the value was erased: Phone.");
            click("Restore");
            assertThat(World.text(now(), "notes")).isEmpty();
        } finally {
            world.keepFields(_ -> true);
        }
        assertThat(World.text(now(), "phone")).isEqualTo("2");
    }

    @Test
    void differences_can_be_read_as_sentences() {
        open("rev=2&read=sentences");

        assertThat(text()).contains("Phone: from “1” to “2”");
    }

    @Test
    void any_two_revisions_are_compared_side_by_side() {
        open("compare=1..3");

        var table = find(NativeTable.class).single().getElement().getTextRecursively();
        assertThat(table).contains("v1", "v3", "Phone", "1", "2", "Notes");
        assertThat(elements("del")).hasSize(1);
        assertThat(elements("ins")).hasSize(2);
    }

    @Test
    void of_several_choices_only_those_that_came_or_went_are_marked() {
        World.applied(world.update(BEN, contact.id(), 3, "tags", "depot; vip"));
        World.applied(world.update(BEN, contact.id(), 4, "tags", "depot; lyon"));

        open("rev=5");

        assertThat(elements(getCurrentView(), element -> element.getTag().equals("del")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getTextRecursively()).contains("vip"));
        assertThat(elements(getCurrentView(), element -> element.getTag().equals("ins")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.getTextRecursively()).contains("lyon"));
    }

    @Test
    void a_revision_that_never_was_is_said_so() {
        open("rev=99");

        assertThat(text()).contains("There is no such revision: this record has v1 to v3.");
    }

    @Test
    void one_field_is_restored_after_its_preview_and_can_be_undone() {
        open("rev=2");

        click("Restore Phone to 1");
        assertThat(World.text(now(), "phone")).isEqualTo("2");
        click("Restore");

        assertThat(World.text(now(), "phone")).isEqualTo("1");
        assertThat(last().origin()).isEqualTo(Origin.RESTORE);
        click("Undo");
        assertThat(World.text(now(), "phone")).isEqualTo("2");
        assertThat(now().revision()).isEqualTo(new Revision(5));
    }

    @Test
    void the_whole_record_is_restored_to_a_revision() {
        open("rev=1");

        click("Restore v1");
        click("Restore");

        assertThat(now().values()).isEqualTo(contact.values());
        assertThat(now().revision()).isEqualTo(new Revision(4));
        assertThat(told().getFirst()).isEqualTo("You restored Phone, Notes");
    }

    @Test
    void what_another_changed_during_the_preview_is_not_overwritten() {
        open("rev=2");
        click("Restore Phone to 1");
        World.applied(world.update(BEN, contact.id(), 3, "phone", "3"));

        click("Restore");

        assertThat(World.text(now(), "phone")).isEqualTo("3");
        assertThat(text()).contains("Nothing was written: ben changed Phone at");
        click("Restore");
        assertThat(World.text(now(), "phone")).isEqualTo("1");
    }

    @Test
    void a_deleted_record_keeps_its_history_and_comes_back() {
        World.applied(world.save(new Edit.Delete(contact.id(), new Revision(3)), BEN));
        open("");
        assertThat(text()).contains("This record is deleted. Everything it held is kept.");
        assertThat(told().getFirst()).isEqualTo("ben deleted it");

        click("Restore");

        assertThat(now().deleted()).isFalse();
        assertThat(told().getFirst()).isEqualTo("You restored it after the deletion");
    }

    @Test
    void what_others_do_arrives_and_leaves_the_open_detail_alone() {
        open("");
        World.applied(world.update(BEN, contact.id(), 3, "phone", "3"));

        find(HistoryPage.class).single().refresh();

        assertThat(told()).contains("ben changed it 3 times in a minute");
        assertThat(text()).contains("v2 → v3").doesNotContain("v3 → v4");
    }

    @Test
    void what_became_of_an_edit_in_other_systems_is_told_as_it_happens() {
        edits.say(contact.id(), 1, "CRM", EditStatus.ACCEPTED);
        edits.say(contact.id(), 3, "CRM", EditStatus.PENDING);
        open("rev=3");
        assertThat(text()).contains("sync pending", "CRM: still to be told.");

        edits.say(contact.id(), 3, "CRM", EditStatus.CONFLICT);
        find(HistoryPage.class).single().refresh();
        assertThat(text())
                .contains("sync conflict", "CRM: it had changed the same, the desk decides.")
                .doesNotContain("sync pending");

        edits.say(contact.id(), 3, "CRM", EditStatus.MERGED);
        find(HistoryPage.class).single().refresh();
        assertThat(text()).contains("sync merged").doesNotContain("sync conflict");
    }

    @Test
    void listening_ends_with_the_page() {
        var before = world.bus.subscribers();
        open("");
        assertThat(world.bus.subscribers()).isGreaterThan(before);

        getCurrentView().getElement().removeFromTree();

        assertThat(world.bus.subscribers()).isEqualTo(before);
    }

    @Test
    void a_record_of_another_team_is_not_there() {
        var theirs = world.create(NORA, "name", "Quay", "team", "north");

        navigate("records/contacts/" + theirs.id() + "/history", Component.class);

        assertThat(super.text()).contains("There is nothing here");
    }

    private void open(String query) {
        UI.getCurrent()
                .navigate(
                        "records/contacts/" + contact.id() + "/history",
                        QueryParameters.fromString(query));
    }

    private Entity now() {
        return world.service.find(contact.id(), ANNA).orElseThrow();
    }

    private Change last() {
        return world.service.changesOf(contact.id(), now().revision().next(), 1, ANNA).getFirst();
    }

    private List<String> told() {
        return elements(getCurrentView(), element -> element.getClassList().contains("entry-told"))
                .map(element -> element.getTextRecursively())
                .toList();
    }

    private List<String> buttons() {
        return find(Button.class).all().stream()
                .map(button -> button.getAriaLabel().orElse(button.getText()))
                .toList();
    }

    private List<?> elements(String tag) {
        return elements(getCurrentView(), element -> element.getTag().equals(tag))
                .collect(Collectors.toList());
    }

    @Override
    protected String text() {
        return super.text()
                + find(Notification.class).all().stream()
                        .map(one -> one.getElement().getTextRecursively())
                        .collect(Collectors.joining())
                + find(RestoreDialog.class).all().stream()
                        .map(ScreenTest::text)
                        .collect(Collectors.joining());
    }
}
