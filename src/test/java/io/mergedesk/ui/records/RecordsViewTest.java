package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import io.mergedesk.entities.World;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The list of a type, without a browser.
class RecordsViewTest extends RecordsScreenTest {

    @Autowired private Presence presence;

    @Test
    void the_list_shows_what_the_address_asks_for() {
        thereAre("Ann", "Bob", "Cid");

        show("q=" + word + "&sort=-name");
        assertThat(names()).containsExactly("Cid " + word, "Bob " + word, "Ann " + word);

        show("q=" + word + "&filter=phone:eq:Bob");
        assertThat(names()).containsExactly("Bob " + word);
    }

    @Test
    void what_narrows_the_list_can_be_taken_away() {
        thereAre("Ann", "Bob");
        show("q=" + word + "&filter=phone:eq:Bob");

        click("Remove: Phone is Bob");

        assertThat(names()).hasSize(2);
        assertThat(address()).isEqualTo("q=" + word);
    }

    @Test
    void a_list_that_finds_nothing_leads_back_to_all() {
        show("q=" + word);
        assertThat(text()).contains("Nothing found");

        click("Show all contacts");

        assertThat(address()).isEmpty();
    }

    @Test
    void a_record_opens_beside_the_list_and_is_selected() {
        var contact = contact("Ann");

        open(contact);

        assertThat(text()).contains("Ann " + word, "Last change by anna");
        assertThat(find(RecordGrid.class).single().getSelectedItems())
                .extracting(row -> row.id())
                .containsExactly(contact.id());
        click("Close the form");
        assertThat(find(RecordForm.class).exists()).isFalse();
    }

    @Test
    void a_record_of_another_team_is_not_there() {
        var theirs = world.create(NORA, "name", "Quay", "team", "north");

        UI.getCurrent().navigate("records/contacts/" + theirs.id());

        assertThat(text()).contains("There is nothing here");
    }

    @Test
    void others_changes_arrive_in_their_rows_and_new_records_wait_behind_a_button() {
        show("q=" + word);
        roundTrip();
        world.create(BEN, "name", "Dan " + word);

        eventually(() -> click("1 new record: show"));

        assertThat(names()).containsExactly("Dan " + word);
    }

    @Test
    void what_others_make_for_their_team_is_not_told() {
        show("q=" + word);
        roundTrip();
        world.create(NORA, "name", "Secret " + word, "team", "north");
        world.create(NORA, "name", "Fay " + word);

        eventually(() -> click("1 new record: show"));

        assertThat(names()).containsExactly("Fay " + word);
    }

    @Test
    void a_view_is_saved_opened_and_removed() {
        thereAre("Ann", "Bob");
        show("q=" + word + "&sort=-name");
        menuOf(views()).clickItem("Views", "Save this view …");
        test(field("Name", ConfirmDialog.class)).setValue("Backwards");
        test(find(ConfirmDialog.class).single()).confirm();
        show("q=" + word);

        menuOf(views()).clickItem("Views", "Backwards");
        assertThat(address()).isEqualTo("q=" + word + "&sort=-name");
        assertThat(names()).startsWith("Bob " + word);

        menuOf(views()).clickItem("Views", "Remove", "Backwards");
        assertThat(views().getItems().getFirst().getSubMenu().getItems())
                .noneMatch(item -> item.getText().equals("Backwards"));
    }

    @Test
    void columns_are_chosen_by_their_names() {
        show("q=" + word);
        var phone = find(RecordGrid.class).single().getColumnByKey("phone");
        assertThat(phone.isVisible()).isTrue();

        menuOf(menu("Columns")).clickItem("Columns", "Phone");

        assertThat(phone.isVisible()).isFalse();
    }

    @Test
    void who_else_is_there_is_shown_in_the_list_and_in_the_form() {
        var contact = contact("Ann");
        open(contact);
        var seat = presence.enter(BEN.id(), "ben", CONTACTS, () -> true);
        seat.move(CONTACTS, Optional.of(contact.id()), true);

        eventually(() -> assertThat(labels()).contains("ben is editing"));
        assertThat(presence.at(contact.id(), BEN.id()))
                .extracting(Presence.Here::id)
                .containsExactly(ANNA.id());
        seat.close();
    }

    @Test
    void listening_ends_with_the_page() {
        show("");
        assertThat(presence.at(CONTACTS, BEN.id())).hasSize(1);
        var open = world.bus.subscribers();

        getCurrentView().getElement().removeFromTree();

        assertThat(world.bus.subscribers()).isEqualTo(open - 3);
        assertThat(presence.at(CONTACTS, BEN.id())).isEmpty();
    }

    private void thereAre(String... names) {
        for (var name : names) {
            world.create(ANNA, "name", name + " " + word, "phone", name);
        }
    }

    private static MenuBarTester<MenuBar> menuOf(MenuBar bar) {
        return new MenuBarTester<>(bar);
    }

    private MenuBar views() {
        return menu("Views");
    }

    private MenuBar menu(String name) {
        return find(MenuBar.class)
                .withCondition(bar -> bar.getItems().getFirst().getText().equals(name))
                .single();
    }

    private List<String> names() {
        return find(RecordGrid.class)
                .single()
                .getLazyDataView()
                .getItems()
                .map(row -> World.text(row, "name"))
                .toList();
    }

    private static String address() {
        return UI.getCurrent()
                .getInternals()
                .getActiveViewLocation()
                .getQueryParameters()
                .getQueryString();
    }
}
