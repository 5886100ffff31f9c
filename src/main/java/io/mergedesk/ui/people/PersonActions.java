package io.mergedesk.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.notification.Notification;
import io.mergedesk.common.Actor;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Person;
import io.mergedesk.ui.account.SecretDialog;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What an admin can do with one person, as a menu.
final class PersonActions {

    private final PeopleService people;
    private final ApiTokenService tokens;
    private final Supplier<Actor> actor;
    private final Runnable changed;

    PersonActions(
            PeopleService people, ApiTokenService tokens, Supplier<Actor> actor, Runnable changed) {
        this.people = people;
        this.tokens = tokens;
        this.actor = actor;
        this.changed = changed;
    }

    Component menu(Person person, Consumer<Person> edit) {
        var button = new Button("⋯");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("What to do with " + person.displayName());
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem("Edit…", _ -> edit.accept(person));
        menu.addItem("Reset password…", _ -> askReset(person));
        menu.addItem("Tokens…", _ -> new TokensDialog(tokens, actor, person).open());
        if (person.disabled()) {
            menu.addItem("Enable", _ -> report(people.enable(actor.get(), person.id())));
        } else {
            menu.addItem("Disable…", _ -> askDisable(person));
        }
        return button;
    }

    private void askDisable(Person person) {
        var dialog =
                new ConfirmDialog(
                        "Disable " + person.displayName() + "?",
                        "Every open session ends now, and passwords and tokens stop working. "
                                + "Nothing they entered is lost.",
                        "Disable",
                        _ -> report(people.disable(actor.get(), person.id())),
                        "Cancel",
                        _ -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void askReset(Person person) {
        new ConfirmDialog(
                        "Reset the password of " + person.displayName() + "?",
                        "A new password is made and shown once. Every open session ends now.",
                        "Reset password",
                        _ -> reset(person),
                        "Cancel",
                        _ -> {})
                .open();
    }

    private void reset(Person person) {
        var password = people.suggestPassword();
        var outcome = people.resetPassword(actor.get(), person.id(), password);
        report(outcome);
        if (outcome instanceof PeopleOutcome.Done) {
            new SecretDialog("New password of " + person.displayName(), password).open();
        }
    }

    private void report(PeopleOutcome outcome) {
        switch (outcome) {
            case PeopleOutcome.Done _ -> changed.run();
            case PeopleOutcome.Refused(var violations) ->
                    Notification.show("Expected " + violations.getFirst().expectation());
            case PeopleOutcome.Unknown(var id) -> Notification.show("Nobody is called " + id);
            case PeopleOutcome.Forbidden _ -> Notification.show("Only admins may do that");
        }
    }
}
