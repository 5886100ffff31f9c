package io.mergedesk.ui.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.Arrival;
import io.mergedesk.sync.Refusal;
import io.mergedesk.sync.Target;
import io.mergedesk.ui.shell.Toast;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What an admin can do with what was refused.
final class RefusalActions {

    private final SyncServices services;
    private final Supplier<Actor> actor;
    private final Runnable changed;
    private final RefusalList list = new RefusalList(this::sender, this::open);

    RefusalActions(SyncServices services, Supplier<Actor> actor, Runnable changed) {
        this.services = services;
        this.actor = actor;
        this.changed = changed;
    }

    RefusalList list() {
        return list;
    }

    void refresh() {
        var refusals = services.refusals();
        list.show(
                refusals.open(actor.get()),
                refusals.page(true, Optional.empty(), RefusalList.SHOWN, actor.get()),
                refusals.page(false, Optional.empty(), RefusalList.SHOWN, actor.get()));
    }

    private String sender(Refusal refusal) {
        return services.targets()
                .find(refusal.target(), actor.get())
                .map(Target::definition)
                .map(definition -> definition.name())
                .orElse(refusal.author().value());
    }

    private void open(Refusal refusal) {
        services.refusals()
                .find(refusal.id(), actor.get())
                .ifPresent(now ->
                        new RefusalDialog(
                                        now,
                                        sender(now),
                                        now.holder().flatMap(this::holder),
                                        decisions(now))
                                .open());
    }

    private Optional<RefusalDialog.Holder> holder(EntityId id) {
        return services.entities()
                .find(id, actor.get())
                .flatMap(entity ->
                        services.types()
                                .find(entity.type())
                                .map(type ->
                                        new RefusalDialog.Holder(
                                                "records/" + type.name() + "/" + id,
                                                type.titleOf(entity))));
    }

    private RefusalDialog.Decisions decisions(Refusal refusal) {
        return new RefusalDialog.Decisions() {
            @Override
            public Optional<String> take(String body) {
                return services.refusals()
                        .take(refusal.id(), Optional.of(body), actor.get())
                        .flatMap(RefusalActions.this::told);
            }

            @Override
            public void dismiss(String reason) {
                Toast.say(
                        services.refusals().dismiss(refusal.id(), reason, actor.get())
                                ? "Dismissed; it stays among those decided before"
                                : "Somebody has decided on it already");
                changed.run();
            }
        };
    }

    /// @return what is still wrong
    private Optional<String> told(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Taken(_, var outcome) -> {
                Toast.say(
                        outcome instanceof SaveOutcome.Parked
                                ? "Taken; what both have waits at the desk"
                                : "Taken");
                changed.run();
                yield Optional.empty();
            }
            case Arrival.Over _ -> {
                Toast.say("Somebody has decided on it already");
                changed.run();
                yield Optional.empty();
            }
            case Arrival.Unreadable(var violations, _) -> Optional.of(words(violations));
            case Arrival.Refused(_, SaveOutcome.Refused(var violations, _), _) ->
                    Optional.of(words(violations));
            case Arrival.Refused _ ->
                    Optional.of("The record is not there, or was deleted: restore it first");
        };
    }

    private static String words(List<Violation> violations) {
        return violations.stream().map(Violation::message).collect(Collectors.joining("; "));
    }
}
