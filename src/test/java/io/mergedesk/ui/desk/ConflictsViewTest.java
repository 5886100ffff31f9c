package io.mergedesk.ui.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Author;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The desk without a browser.
@SpringBootTest(
        classes = DeskScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
class ConflictsViewTest extends ScreenTest {

    @Autowired private DeskWorld desk;
    @Autowired private DeskServices services;

    @AfterEach
    void leaveNothingWaiting() {
        desk.bulk.run(
                new BulkRequest(
                        new BulkRequest.Selection.Matching(List.of()),
                        new SettlingRule.Newest(),
                        ""),
                Author.of(SUE, Origin.UI),
                BulkWatch.NONE);
    }

    @Test
    void a_supervisor_sees_what_waits_with_both_sides_and_a_suggestion() {
        desk.park("phone", "555 1", "777 2");

        open("conflicts", "sue", Role.SUPERVISOR);

        var row = rows().getFirst();
        assertThat(row.title()).isEqualTo("Quay 777 2");
        assertThat(row.fields()).isEqualTo("Phone");
        assertThat(row.people()).extracting(Object::toString).containsExactly("anna", "ben");
        assertThat(row.advice()).isPresent();
        assertThat(text()).contains("Open", "Median time to settle");
    }

    @Test
    void authors_see_their_own_and_no_figures() {
        desk.park("phone", "555 1", "777 2");

        open("conflicts", "anna", Role.USER);
        int own = rows().size();
        open("conflicts?status=settled", "anna", Role.USER);
        open("conflicts", "ben", Role.USER);

        assertThat(own).isOne();
        assertThat(rows()).isEmpty();
        assertThat(text()).contains("Your edits that wait").doesNotContain("Median time");
    }

    @Test
    void what_is_urgent_stands_first_and_chips_say_what_narrows() {
        desk.park("phone", "1", "2");
        var urgent = desk.park("mail", "a@example.org", "b@example.org");
        desk.desk.handle(urgent.id(), 1, Handling.NEW.prioritised(Priority.CRITICAL), SUE);

        open("conflicts", "sue", Role.SUPERVISOR);
        var all = rows();
        open("conflicts?field=phone", "sue", Role.SUPERVISOR);

        assertThat(all).extracting(DeskRow::id).first().isEqualTo(urgent.id());
        assertThat(rows()).extracting(DeskRow::fields).containsExactly("Phone");
        assertThat(text()).contains("Field: Phone");
        click("Remove: Field: Phone");
        assertThat(rows()).hasSize(2);
    }

    @Test
    void new_ones_come_by_themselves_and_settled_ones_stay_where_they_stand() {
        var first = desk.park("phone", "1", "2");
        open("conflicts", "sue", Role.SUPERVISOR);
        assertThat(rows()).hasSize(1);

        var second = desk.park("phone", "3", "4");

        eventually(() ->
                assertThat(rows())
                        .extracting(DeskRow::id)
                        .containsExactly(first.id(), second.id()));
    }

    @Test
    void a_note_is_kept_and_the_row_shows_it() {
        var conflict = desk.park("phone", "1", "2");
        open("conflicts", "sue", Role.SUPERVISOR);
        var dialog =
                new HandlingDialog(
                        services,
                        io.mergedesk.ui.fields.Viewer.of(UI.getCurrent(), services.records()),
                        rows().getFirst(),
                        _ -> {});
        dialog.open();

        find(TextArea.class).single().setValue("Ask Ben");
        priorities().setValue(Priority.HIGH);
        click("Take it");
        click("Save");

        assertThat(desk.now(conflict).handling())
                .isEqualTo(
                        new Handling(
                                Priority.HIGH, java.util.Optional.of(SUE.id()), false, "Ask Ben"));
    }

    @Test
    void a_rule_is_tried_before_it_settles_and_can_be_undone() {
        var conflict = desk.park("phone", "1", "2");
        open("conflicts", "sue", Role.SUPERVISOR);

        click("Decide by a rule …");
        click("Try it");
        eventually(() -> assertThat(dialogs()).contains("1 conflict would be settled"));
        assertThat(desk.now(conflict).isOpen()).isTrue();
        click("Settle 1 conflict");
        eventually(() -> assertThat(desk.now(conflict).isOpen()).isFalse());
        eventually(() -> assertThat(toasts()).contains("1 conflict settled."));
        click("Undo");

        eventually(() -> assertThat(desk.now(conflict).isOpen()).isTrue());
    }

    @Test
    void the_piles_are_tabs_with_addresses_of_their_own() {
        var conflict = desk.park("phone", "1", "2");
        settle(conflict);
        desk.join();
        open("conflicts?status=settled", "sue", Role.SUPERVISOR);
        assertThat(rows()).extracting(DeskRow::id).contains(conflict.id());

        open("merges", "sue", Role.SUPERVISOR);

        assertThat(rows()).isNotEmpty().allMatch(row -> row.conflict().isAutomatic());
        assertThat(elements(find(DeskTabs.class).single(), one -> one.hasAttribute("aria-current")))
                .extracting(Element::getText)
                .containsExactly("Automatic merges");
    }

    @Test
    void the_bell_counts_and_what_it_tells_is_read() {
        open("conflicts", "anna", Role.USER);
        var bell = new Bell(services);
        UI.getCurrent().add(bell);
        int before = desk.inbox.unread(ANNA);

        desk.park("phone", "1", "2");

        eventually(() -> assertThat(text(bell)).contains(before + 1 + " unread notice"));
        bell.getChildren()
                .filter(Popover.class::isInstance)
                .forEach(popover -> ((Popover) popover).open());
        eventually(() -> assertThat(desk.inbox.unread(ANNA)).isZero());
        assertThat(text(bell)).doesNotContain("unread");
    }

    private void settle(Conflict conflict) {
        desk.bulk.run(
                new BulkRequest(
                        new BulkRequest.Selection.These(Set.of(conflict.id())),
                        new SettlingRule.Newest(),
                        ""),
                Author.of(SUE, Origin.UI),
                BulkWatch.NONE);
    }

    private static void open(String path, String account, Role role) {
        ScreenWorld.signIn(account, role);
        // a page of its own for whoever signs in
        UI.getCurrent().navigate("nowhere");
        UI.getCurrent()
                .navigate(
                        path.replaceFirst("\\?.*", ""),
                        com.vaadin.flow.router.QueryParameters.fromString(
                                path.contains("?") ? path.replaceFirst(".*\\?", "") : ""));
    }

    private List<DeskRow> rows() {
        roundTrip();
        return find(ConflictGrid.class)
                .single()
                .getDataProvider()
                .fetch(new com.vaadin.flow.data.provider.Query<>(0, 40, List.of(), null, null))
                .toList();
    }

    private String dialogs() {
        return find(BulkPreview.class).all().stream()
                .map(ScreenTest::text)
                .collect(Collectors.joining(" "));
    }

    @SuppressWarnings("unchecked") // the only group of the dialog holds priorities
    private RadioButtonGroup<Priority> priorities() {
        return find(RadioButtonGroup.class).all().getFirst();
    }
}
