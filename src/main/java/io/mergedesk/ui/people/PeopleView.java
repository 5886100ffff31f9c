package io.mergedesk.ui.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.security.TeamService;
import io.mergedesk.ui.shell.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/// Who may sign in, with which role and teams.
@Route(value = "people", layout = MainLayout.class)
@PageTitle("People · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/people.css")
class PeopleView extends Div {

    private final transient PeopleService people;
    private final transient TeamService teams;
    private final transient CurrentActor current;
    private final PeopleGrid grid;

    PeopleView(
            PeopleService people, TeamService teams, ApiTokenService tokens, CurrentActor current) {
        this.people = people;
        this.teams = teams;
        this.current = current;
        this.grid =
                new PeopleGrid(person ->
                        new PersonActions(people, tokens, this::actor, this::refresh)
                                .menu(person, this::edit));
        addClassName("people-page");
        grid.addItemDoubleClickListener(event -> edit(event.getItem()));
        add(header(), grid);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        grid.fit(page.getExtendedClientDetails().getWindowInnerWidth());
        var resized = page.addBrowserWindowResizeListener(change -> grid.fit(change.getWidth()));
        addDetachListener(_ -> resized.remove());
    }

    private Header header() {
        var create = new Button("Add person", _ -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new Header(new H2("People"), create);
        header.addClassName("people-header");
        return header;
    }

    private void create() {
        PersonDialog.creating(people, teams, actor(), this::refresh).open();
    }

    private void edit(Person person) {
        PersonDialog.changing(people, teams, actor(), person, this::refresh).open();
    }

    private void refresh() {
        grid.setItems(people.all(actor()));
    }

    private Actor actor() {
        return current.require();
    }
}
