package io.mergedesk.ui.people;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.common.TeamId;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.security.TeamService;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may sign in, with which role and teams.
@Route(value = "people", layout = MainLayout.class)
@PageTitle("People · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/people.css")
class PeopleView extends Div {

    private final transient PeopleService people;
    private final transient TeamService teams;
    private final transient CurrentActor current;
    private final PageHeader header = new PageHeader("People");
    private final TextField search = new TextField();
    private final PeopleGrid grid;
    private final TeamsPanel panel;
    private transient Optional<TeamId> team = Optional.empty();

    PeopleView(
            PeopleService people, TeamService teams, ApiTokenService tokens, CurrentActor current) {
        this.people = people;
        this.teams = teams;
        this.current = current;
        this.grid =
                new PeopleGrid(person ->
                        new PersonActions(people, tokens, this::actor, this::refresh)
                                .menu(person, this::edit));
        this.panel = new TeamsPanel(teams, this::actor, this::showTeam, this::refresh);
        addClassNames("page", "people-page");
        grid.addItemDoubleClickListener(event -> edit(event.getItem()));
        var create = new Button("Add person", _ -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var list = new Div(search(), grid);
        list.addClassName("people-list");
        var body = new Div(list, panel);
        body.addClassName("people-body");
        add(header.withActions(create), body);
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

    private TextField search() {
        search.setPlaceholder("Name or account …");
        search.setAriaLabel("Find a person");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> refresh());
        return search;
    }

    private void create() {
        PersonDialog.creating(people, teams, actor(), this::refresh).open();
    }

    private void edit(Person person) {
        PersonDialog.changing(people, teams, actor(), person, this::refresh).open();
    }

    private void showTeam(Optional<TeamId> chosen) {
        team = chosen;
        refresh();
    }

    private void refresh() {
        var everybody = people.all(actor());
        grid.show(
                everybody.stream().filter(this::isWanted).toList(),
                TeamNames.of(teams.all(actor())));
        panel.show(everybody);
        header.setNote(note(everybody));
    }

    private boolean isWanted(Person person) {
        var words = search.getValue().strip().toLowerCase(Locale.ROOT);
        var text = (person.displayName() + " " + person.id()).toLowerCase(Locale.ROOT);
        return text.contains(words)
                && team.filter(chosen -> !person.teams().contains(chosen)).isEmpty();
    }

    private static String note(List<Person> everybody) {
        var disabled = everybody.stream().filter(Person::disabled).count();
        var all = everybody.size() == 1 ? "1 account" : everybody.size() + " accounts";
        return disabled == 0 ? all : all + ", " + disabled + " disabled";
    }

    private Actor actor() {
        return current.require();
    }
}
