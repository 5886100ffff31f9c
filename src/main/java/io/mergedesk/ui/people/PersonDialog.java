package io.mergedesk.ui.people;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamOutcome;
import io.mergedesk.security.TeamService;
import io.mergedesk.security.Violation;
import io.mergedesk.ui.account.SecretDialog;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/// Adds a person or changes one; a new one gets a password that is shown once.
final class PersonDialog extends Dialog {

    private final transient TeamService teamService;
    private final transient Actor actor;
    private final TextField account = new TextField("Account name");
    private final TextField displayName = new TextField("Name");
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>("Role");
    private final MultiSelectComboBox<TeamId> teams = new MultiSelectComboBox<>("Teams");
    private final Button save = new Button("Save");

    private PersonDialog(String title, TeamService teamService, Actor actor) {
        this.teamService = teamService;
        this.actor = actor;
        setHeaderTitle(title);
        setWidth("min(100vw - 32px, 460px)");
        account.setHelperText("Small letters, digits, . _ @ or -; it cannot be changed later");
        role.setItems(Role.values());
        role.setItemLabelGenerator(Role::wireName);
        role.setValue(Role.USER);
        offerTeams();
        teams.setAllowCustomValue(true);
        teams.setHelperText("Type a new name to make a team");
        teams.addCustomValueSetListener(event -> makeTeam(event.getDetail()));
        var form = new Div(displayName, account, role, teams);
        form.addClassName("people-form");
        add(form);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(account, displayName).resetFocusOnActiveElement();
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    static PersonDialog creating(
            PeopleService people, TeamService teams, Actor actor, Runnable changed) {
        var dialog = new PersonDialog("Add person", teams, actor);
        dialog.displayName.focus();
        dialog.save.setText("Add person");
        dialog.save.addClickListener(_ -> {
            var password = people.suggestPassword();
            var done =
                    dialog.finish(() -> people.create(actor, dialog.newPerson(password)), changed);
            if (done) {
                var title = "Password of " + dialog.displayName.getValue();
                new SecretDialog(title, password).open();
            }
        });
        return dialog;
    }

    static PersonDialog changing(
            PeopleService people, TeamService teams, Actor actor, Person person, Runnable changed) {
        var dialog = new PersonDialog("Edit " + person.displayName(), teams, actor);
        dialog.account.setValue(person.id().value());
        dialog.account.setReadOnly(true);
        dialog.displayName.setValue(person.displayName());
        dialog.role.setValue(person.role());
        dialog.teams.setValue(person.teams());
        dialog.save.addClickListener(_ ->
                dialog.finish(
                        () ->
                                people.change(
                                        actor,
                                        person.id(),
                                        dialog.displayName.getValue(),
                                        dialog.role.getValue(),
                                        dialog.teams.getValue()),
                        changed));
        return dialog;
    }

    private NewPerson newPerson(String password) {
        return new NewPerson(
                account.getValue(),
                displayName.getValue(),
                role.getValue(),
                teams.getValue(),
                password);
    }

    private boolean finish(Supplier<PeopleOutcome> work, Runnable changed) {
        account.setInvalid(false);
        displayName.setInvalid(false);
        role.setInvalid(false);
        return switch (work.get()) {
            case PeopleOutcome.Done _ -> {
                changed.run();
                close();
                yield true;
            }
            case PeopleOutcome.Refused(var violations) -> show(violations);
            case PeopleOutcome.Unknown _ -> show(List.of(gone("a person who is still there")));
            case PeopleOutcome.Forbidden _ -> show(List.of(gone("an admin to do that")));
        };
    }

    private static Violation gone(String expectation) {
        return new Violation("account", expectation);
    }

    private boolean show(List<Violation> violations) {
        for (var violation : violations.reversed()) {
            var expected = "Expected " + violation.expectation();
            switch (violation.field()) {
                case "displayName" -> mark(displayName, expected);
                case "role" -> {
                    role.setErrorMessage(expected);
                    role.setInvalid(true);
                }
                default -> mark(account, expected);
            }
        }
        return false;
    }

    private static void mark(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }

    private void makeTeam(String name) {
        switch (teamService.create(actor, name)) {
            case TeamOutcome.Done(var team) -> {
                var chosen = new HashSet<>(teams.getValue());
                chosen.add(team.id());
                offerTeams();
                teams.setValue(chosen);
                teams.setInvalid(false);
            }
            case TeamOutcome.Refused(var violation) -> refuseTeam(violation.expectation());
            case TeamOutcome.Forbidden _, TeamOutcome.InUse _, TeamOutcome.Missing _ ->
                    refuseTeam("an admin to make a team");
        }
    }

    private void offerTeams() {
        var all = teamService.all(actor);
        teams.setItems(all.stream().map(Team::id).toList());
        teams.setItemLabelGenerator(TeamNames.of(all)::of);
    }

    private void refuseTeam(String expectation) {
        teams.setErrorMessage("Expected " + expectation);
        teams.setInvalid(true);
    }
}
