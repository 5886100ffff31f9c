package io.mergedesk.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamOutcome;
import io.mergedesk.security.TeamService;
import io.mergedesk.security.TeamUse;
import java.util.function.Supplier;

/// What an admin can do with one team, as a menu.
final class TeamActions {

    private static final int MILLIS = 8_000;

    private final TeamService teams;
    private final Supplier<Actor> actor;
    private final Runnable changed;

    TeamActions(TeamService teams, Supplier<Actor> actor, Runnable changed) {
        this.teams = teams;
        this.actor = actor;
        this.changed = changed;
    }

    Component menu(Team team) {
        var button = new Button("⋯");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("Actions of the team " + team.label());
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem("Rename…", _ -> askName(team));
        menu.addItem("Delete…", _ -> askDelete(team));
        return button;
    }

    private void askName(Team team) {
        var dialog = new Dialog("Rename " + team.label());
        dialog.setWidth("min(100vw - 32px, 400px)");
        var label = new TextField("What the team is called");
        label.setWidthFull();
        label.setValue(team.label());
        label.setHelperText("Records, files and programs go on calling it %s".formatted(team.id()));
        label.setAutofocus(true);
        var save =
                new Button(
                        "Rename",
                        _ -> {
                            var outcome = teams.rename(actor.get(), team.id(), label.getValue());
                            if (outcome instanceof TeamOutcome.Refused(var violation)) {
                                label.setErrorMessage("Expected " + violation.expectation());
                                label.setInvalid(true);
                                label.focus();
                            } else {
                                dialog.close();
                                report(team, outcome);
                            }
                        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(label).resetFocusOnActiveElement();
        dialog.add(label);
        dialog.getFooter().add(new Button("Cancel", _ -> dialog.close()), save);
        dialog.open();
    }

    private void askDelete(Team team) {
        var dialog =
                new ConfirmDialog(
                        "Delete the team " + team.label() + "?",
                        "That is possible only while nobody is in it and no record belongs to it.",
                        "Delete",
                        _ -> report(team, teams.delete(actor.get(), team.id())),
                        "Cancel",
                        _ -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void report(Team team, TeamOutcome outcome) {
        switch (outcome) {
            case TeamOutcome.Done _ -> changed.run();
            case TeamOutcome.InUse(var use) -> say(words(team, use));
            case TeamOutcome.Refused(var violation) -> say("Expected " + violation.expectation());
            case TeamOutcome.Missing _ -> {
                say("The team " + team.label() + " is not there any more.");
                changed.run();
            }
            case TeamOutcome.Forbidden _ -> say("Only admins may do that.");
        }
    }

    private static String words(Team team, TeamUse use) {
        var people = use.people() == 1 ? "1 person is" : use.people() + " people are";
        var entities =
                use.entities() == 1 ? "1 record belongs" : use.entities() + " records belong";
        var why =
                use.people() == 0
                        ? entities + " to it"
                        : use.entities() == 0
                                ? people + " in it"
                                : people + " in it and " + entities + " to it";
        return "%s was not deleted: %s. Take them out first; deleted records count too."
                .formatted(team.label(), why);
    }

    private static void say(String words) {
        Notification.show(words, MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
