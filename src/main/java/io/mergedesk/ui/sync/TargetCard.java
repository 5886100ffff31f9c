package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Pulse;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetHealth.Health;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One target: whether it can be reached, what waits for it, and what can be done about it.
final class TargetCard extends Div {

    /// What is known of a target.
    ///
    /// @param catchUp how far it has come; empty where it is not behind
    record Shown(
            Target target,
            Health health,
            Map<JobState, Long> counts,
            List<Pulse> pulses,
            Optional<CatchUp> catchUp) {}

    TargetCard(Shown shown, TargetActions actions) {
        var target = shown.target();
        addClassNames("card", "sync-target");
        var name = new H2(target.definition().name());
        var head = new Div(name, state(shown), menu(target, actions));
        head.addClassName("sync-target-head");
        var where =
                new Span(
                        target.definition().kind().wireName()
                                + " · "
                                + target.definition().url().getHost()
                                + " · "
                                + target.definition().priority().wireName());
        where.addClassNames("soft", "small", "sync-target-where");
        where.getElement().setAttribute("title", target.definition().url().toString());
        add(head, where, counts(shown.counts()), new Sparkline(shown.pulses()));
        shown.catchUp().ifPresent(course -> add(new CatchUpBar(course)));
        target.problem().ifPresent(problem -> add(problem(new Span(problem))));
        if (shown.health().offline()) {
            var next = new Span("Nobody answers. Tries again ");
            shown.health().nextTry().ifPresent(at -> next.add(new Countdown(at)));
            add(problem(next));
        }
    }

    private static StatusBadge state(Shown shown) {
        return switch (shown.target().state()) {
            case PAUSED -> new StatusBadge("paused", StatusBadge.Kind.WARN);
            case DISABLED -> new StatusBadge("disabled", StatusBadge.Kind.BAD);
            case ACTIVE ->
                    shown.health().offline()
                            ? new StatusBadge("offline", StatusBadge.Kind.BAD)
                            : new StatusBadge("online", StatusBadge.Kind.OK);
        };
    }

    private static Component counts(Map<JobState, Long> counts) {
        var line = new Div();
        line.addClassNames("sync-target-counts", "number");
        long waiting = QueueFigures.open(counts);
        line.add(new Span(SyncWords.count(waiting, "waiting")));
        line.add(
                new Span(
                        SyncWords.count(
                                counts.getOrDefault(JobState.DONE, 0L), "delivered in 24 h")));
        long dead = counts.getOrDefault(JobState.DEAD, 0L);
        if (dead > 0) {
            var badge = new StatusBadge(SyncWords.count(dead, "dead"), StatusBadge.Kind.BAD);
            line.add(badge);
        }
        return line;
    }

    private static Paragraph problem(Span words) {
        var problem = new Paragraph(words);
        problem.addClassNames("sync-target-problem", "small");
        return problem;
    }

    private static Component menu(Target target, TargetActions actions) {
        var button = new Button("⋯");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel("What to do with " + target.definition().name());
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem("Edit…", _ -> actions.edit(target));
        menu.addItem("Send a test event", _ -> actions.test(target));
        if (target.isActive()) {
            menu.addItem("Pause", _ -> actions.pause(target));
        } else {
            menu.addItem("Resume", _ -> actions.resume(target));
        }
        menu.addItem("Replay what it missed…", _ -> actions.replay(target));
        if (target.definition().kind() == TargetKind.WEBHOOK) {
            menu.addItem("New secret…", _ -> actions.rotate(target));
        }
        menu.addItem("Remove…", _ -> actions.remove(target));
        return button;
    }
}
