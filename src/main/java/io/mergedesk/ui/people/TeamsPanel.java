package io.mergedesk.ui.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.common.TeamId;
import io.mergedesk.security.Person;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamOutcome;
import io.mergedesk.security.TeamService;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All teams with their members; choosing one shows its people only, choosing it again everybody.
final class TeamsPanel extends Section {

    private final transient TeamService teams;
    private final transient Supplier<Actor> actor;
    private final transient Consumer<Optional<TeamId>> chosen;
    private final transient TeamActions actions;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none =
            new Paragraph(
                    "No teams yet. A record that belongs to a team is shown to its team only.");
    private final TextField name = new TextField("New team");
    private transient Optional<TeamId> choice = Optional.empty();
    private transient List<Person> people = List.of();

    TeamsPanel(
            TeamService teams,
            Supplier<Actor> actor,
            Consumer<Optional<TeamId>> chosen,
            Runnable changed) {
        this.teams = teams;
        this.actor = actor;
        this.chosen = chosen;
        this.actions = new TeamActions(teams, actor, changed);
        addClassNames("card", "teams-panel");
        none.addClassNames("soft", "small");
        var create = new Button("Create", _ -> create());
        create.setAriaLabel("Create team");
        create.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        var form = new Div(name, create);
        form.addClassName("teams-form");
        add(new H2("Teams"), none, list, form);
    }

    void show(List<Person> everybody) {
        people = everybody;
        var known = teams.all(actor.get());
        list.removeAll();
        choice = choice.filter(id -> known.stream().anyMatch(team -> team.id().equals(id)));
        known.forEach(team -> list.add(new ListItem(button(team), actions.menu(team))));
        list.setVisible(!known.isEmpty());
        none.setVisible(known.isEmpty());
    }

    private NativeButton button(Team team) {
        var members = people.stream().filter(person -> person.teams().contains(team.id())).toList();
        var title = new Span(team.label());
        title.addClassName("team-name");
        var count = new Span(members.size() == 1 ? "1 member" : members.size() + " members");
        count.addClassNames("soft", "small");
        var names =
                new Span(
                        members.stream()
                                .map(Person::displayName)
                                .collect(Collectors.joining(", ")));
        names.addClassNames("team-members", "soft", "small");
        names.setVisible(!members.isEmpty());
        var button = new NativeButton("", _ -> choose(team.id()));
        button.add(title, count, names);
        button.addClassName("team");
        var pressed = choice.filter(team.id()::equals).isPresent();
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
        return button;
    }

    private void choose(TeamId team) {
        choice = choice.filter(team::equals).isPresent() ? Optional.empty() : Optional.of(team);
        show(people);
        chosen.accept(choice);
    }

    private void create() {
        switch (teams.create(actor.get(), name.getValue())) {
            case TeamOutcome.Done _ -> {
                name.setInvalid(false);
                name.clear();
                show(people);
            }
            case TeamOutcome.Refused(var violation) -> refuse(violation.expectation());
            case TeamOutcome.Forbidden _, TeamOutcome.InUse _, TeamOutcome.Missing _ ->
                    refuse("an admin to make a team");
        }
    }

    private void refuse(String expectation) {
        name.setErrorMessage("Expected " + expectation);
        name.setInvalid(true);
        name.focus();
    }
}
