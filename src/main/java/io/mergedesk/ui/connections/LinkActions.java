package io.mergedesk.ui.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.mergedesk.common.Actor;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkId;
import io.mergedesk.realtime.LinkOutcome;
import io.mergedesk.realtime.Links;
import io.mergedesk.ui.shell.Toast;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// What an admin can do with one link, as a menu.
final class LinkActions {

    private final Links links;
    private final Supplier<Actor> actor;
    private final Runnable changed;

    LinkActions(Links links, Supplier<Actor> actor, Runnable changed) {
        this.links = links;
        this.actor = actor;
        this.changed = changed;
    }

    Component menu(Link link) {
        var button = new Button("⋯");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Actions of the link " + link.name());
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem("Try now", _ -> act(link, links::tryNow, "Trying now."));
        menu.addItem(
                "Pause",
                _ -> act(link, links::pause, link.name() + " is paused and keeps its place."));
        menu.addItem("Resume", _ -> act(link, links::resume, link.name() + " goes on."));
        menu.addItem("Remove…", _ -> askRemove(link));
        return button;
    }

    private void askRemove(Link link) {
        var dialog =
                new ConfirmDialog(
                        "Remove the link " + link.name() + "?",
                        "This site does not hear of it any more, and forgets the token and how far it had come.",
                        "Remove",
                        _ -> act(link, links::remove, link.name() + " was removed."),
                        "Cancel",
                        _ -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void act(Link link, BiFunction<Actor, LinkId, LinkOutcome> work, String words) {
        switch (work.apply(actor.get(), link.id())) {
            case LinkOutcome.Done _ -> Toast.say(words);
            case LinkOutcome.Missing _ -> Toast.say(link.name() + " is not there any more.");
            case LinkOutcome.Refused _, LinkOutcome.Forbidden _ ->
                    Toast.say("Only admins may do that.");
        }
        changed.run();
    }
}
