package io.mergedesk.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import io.mergedesk.security.Person;
import io.mergedesk.ui.account.LocalMoments;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;
import java.util.Map;

/// One row per person; on a phone only who it is and what can be done.
final class PeopleGrid extends Grid<Person> {

    private static final int NARROW = 720;

    private final Column<Person> role;
    private final Column<Person> teams;
    private final Column<Person> lastSignIn;
    private TeamNames teamNames = new TeamNames(Map.of());

    PeopleGrid(SerializableFunction<Person, Component> actions) {
        super(Person.class, false);
        addClassName("people-grid");
        addComponentColumn(PeopleGrid::who)
                .setHeader("Name")
                .setKey("name")
                .setWidth("220px")
                .setFlexGrow(2)
                .setComparator(Person::displayName);
        role =
                addColumn(person -> person.role().wireName())
                        .setHeader("Role")
                        .setKey("role")
                        .setWidth("110px")
                        .setFlexGrow(0)
                        .setSortable(true);
        teams =
                addComponentColumn(this::teams)
                        .setHeader("Teams")
                        .setKey("teams")
                        .setWidth("160px");
        lastSignIn =
                addColumn(PeopleGrid::lastSignIn)
                        .setHeader("Last sign-in")
                        .setKey("lastSignIn")
                        .setWidth("180px")
                        .setFlexGrow(0);
        addComponentColumn(actions::apply).setKey("actions").setWidth("64px").setFlexGrow(0);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        setEmptyStateText("Nobody matches.");
    }

    /// Shows what a window of this width has room for; everything when it is not known yet.
    void fit(int width) {
        var wide = width <= 0 || width >= NARROW;
        role.setVisible(wide);
        teams.setVisible(wide);
        lastSignIn.setVisible(wide);
        setClassName("narrow", !wide);
    }

    void show(List<Person> people, TeamNames names) {
        teamNames = names;
        setItems(people);
    }

    private static Component who(Person person) {
        var mark = new io.mergedesk.ui.shell.Person(person.displayName());
        mark.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(new Span(person.displayName()));
        name.addClassName("people-name");
        if (person.disabled()) {
            name.add(new StatusBadge("disabled", StatusBadge.Kind.WARN));
        }
        var account = new Span(person.id().value());
        var narrow = new Span(person.role().wireName());
        narrow.addClassName("people-narrow");
        var words = new Div(name, new Div(account, narrow));
        words.addClassName("people-words");
        var who = new Div(mark, words);
        who.addClassName("people-who");
        who.setClassName("off", person.disabled());
        return who;
    }

    private Component teams(Person person) {
        var teams = new Div();
        teams.addClassName("people-teams");
        person.teams()
                .forEach(team ->
                        teams.add(new StatusBadge(teamNames.of(team), StatusBadge.Kind.PLAIN)));
        return teams;
    }

    private static String lastSignIn(Person person) {
        var moments = LocalMoments.of(UI.getCurrent());
        return person.lastSignInAt().map(moments::show).orElse("never");
    }
}
