package io.mergedesk.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import io.mergedesk.common.TeamId;
import io.mergedesk.security.Person;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;

/// One row per person; on a phone only who it is and what can be done.
final class PeopleGrid extends Grid<Person> {

    private static final int NARROW = 720;

    private final Column<Person> role;
    private final Column<Person> teams;
    private final Column<Person> lastSignIn;

    PeopleGrid(SerializableFunction<Person, Component> actions) {
        super(Person.class, false);
        addClassName("people-grid");
        addComponentColumn(PeopleGrid::who)
                .setHeader("Name")
                .setKey("name")
                .setFlexGrow(2)
                .setComparator(Person::displayName);
        role =
                addColumn(person -> person.role().wireName())
                        .setHeader("Role")
                        .setKey("role")
                        .setSortable(true);
        teams = addColumn(PeopleGrid::teams).setHeader("Teams").setKey("teams");
        addComponentColumn(PeopleGrid::state)
                .setHeader("State")
                .setKey("state")
                .setAutoWidth(true)
                .setFlexGrow(0);
        lastSignIn = addColumn(this::lastSignIn).setHeader("Last sign-in").setKey("lastSignIn");
        addComponentColumn(actions::apply)
                .setKey("actions")
                .setAutoWidth(true)
                .setFlexGrow(0)
                .setFrozenToEnd(true);
        setSelectionMode(SelectionMode.NONE);
    }

    /// Shows what a window of this width has room for; everything when it is not known yet.
    void fit(int width) {
        var wide = width <= 0 || width >= NARROW;
        role.setVisible(wide);
        teams.setVisible(wide);
        lastSignIn.setVisible(wide);
        setClassName("narrow", !wide);
    }

    private static Component who(Person person) {
        var name = new Span(person.displayName());
        name.addClassName("people-name");
        var account = new Span(person.id() + " · " + person.role().wireName());
        account.addClassName("people-account");
        var who = new Div(name, account);
        who.addClassName("people-who");
        return who;
    }

    private static Component state(Person person) {
        var state = new Span(person.disabled() ? "disabled" : "active");
        state.addClassNames("people-state", person.disabled() ? "off" : "on");
        return state;
    }

    private static String teams(Person person) {
        return person.teams().stream().map(TeamId::value).collect(Collectors.joining(", "));
    }

    private String lastSignIn(Person person) {
        var format =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(getLocale() == null ? Locale.ENGLISH : getLocale())
                        .withZone(ZoneId.systemDefault());
        return person.lastSignInAt().map(format::format).orElse("never");
    }
}
