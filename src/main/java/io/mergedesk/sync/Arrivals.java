package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Retry;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Takes what other systems send through the write path, and keeps whole what that refuses.
final class Arrivals {

    private final EntityService entities;
    private final RefusalStore store;
    private final Supplier<InboundReader> reader;
    private final Retry retry;
    private final EntityIds ids;
    private final EventBus bus;
    private final InstantSource clock;

    Arrivals(
            EntityService entities,
            RefusalStore store,
            Supplier<InboundReader> reader,
            Retry retry,
            EntityIds ids,
            EventBus bus,
            InstantSource clock) {
        this.entities = entities;
        this.store = store;
        this.reader = reader;
        this.retry = retry;
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// Something that a target sent.
    ///
    /// @param key what makes it the same message when it is sent again
    Arrival take(Target target, String key, String body) {
        var before = store.find(target.id(), key, body);
        if (before.isPresent()) {
            return again(before.get());
        }
        var author = author(RemoteContests.author(target).actor().id(), key);
        return switch (reader.get().read(body, Optional.empty(), author.actor())) {
            case InboundReader.Read.Wrong(var violations, var about) -> {
                var refused = new SaveOutcome.Refused(violations);
                yield new Arrival.Unreadable(violations, keep(target, key, body, about, refused));
            }
            case InboundReader.Read.Understood(var edit) -> {
                var outcome = entities.save(edit, author);
                yield isTaken(outcome)
                        ? new Arrival.Taken(edit, outcome)
                        : new Arrival.Refused(
                                edit, outcome, keep(target, key, body, about(edit), outcome));
            }
        };
    }

    /// Sent again, and perhaps acceptable by now; what was decided stays decided.
    private Arrival again(Refusal refusal) {
        if (!refusal.isOpen()) {
            return new Arrival.Over(refusal);
        }
        var arrival = take(refusal, refusal.body());
        if (arrival instanceof Arrival.Taken) {
            var end = new Refusal.End(Refusal.How.TAKEN, refusal.author(), clock.instant(), "");
            retry.inTransaction(() -> store.end(refusal.id(), end));
        }
        return arrival;
    }

    /// What was refused, or what an admin wrote in its place. It is the edit of the one who sent
    /// it, under a key of its own: done once, also where it is sent again at the same time.
    Arrival take(Refusal refusal, String body) {
        var author = author(refusal.author(), "refusal-" + refusal.id());
        return switch (reader.get().read(body, refusal.about(), author.actor())) {
            case InboundReader.Read.Wrong(var violations, _) ->
                    new Arrival.Unreadable(violations, refusal);
            case InboundReader.Read.Understood(var edit) -> {
                var outcome = entities.save(edit, author);
                yield isTaken(outcome)
                        ? new Arrival.Taken(edit, outcome)
                        : new Arrival.Refused(edit, outcome, refusal);
            }
        };
    }

    /// Keeps what was refused.
    Refusal keep(
            Target target, String key, String body, Optional<Revised> about, SaveOutcome outcome) {
        var refusal =
                new Refusal(
                        new RefusalId(ids.next().value()),
                        target.id(),
                        RemoteContests.author(target).actor().id(),
                        key,
                        body,
                        problem(outcome),
                        about,
                        holder(outcome),
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        Optional.empty());
        var kept = retry.inTransaction(() -> store.keep(refusal));
        bus.publish(
                new Event.Notice(
                        EventName.SYNC_FAILED,
                        clock.instant(),
                        target.definition().name(),
                        "what it sent was refused: " + kept.problem()));
        return kept;
    }

    private static Author author(UserId id, String key) {
        return Author.of(new Actor(id, Role.ADMIN, Set.of()), Origin.API).withKey(key);
    }

    private static boolean isTaken(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Applied _, SaveOutcome.Merged _, SaveOutcome.Parked _ -> true;
            case SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ ->
                    false;
        };
    }

    private static Optional<Revised> about(Edit edit) {
        return switch (edit) {
            case Edit.Create _, Edit.Restore _ -> Optional.empty();
            case Edit.Update(var id, var base, _) -> Optional.of(new Revised(id, base));
            case Edit.Delete(var id, var base) -> Optional.of(new Revised(id, base));
        };
    }

    private static Optional<EntityId> holder(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Refused(_, var taken)
                ? taken.values().stream().flatMap(Optional::stream).findFirst()
                : Optional.empty();
    }

    private static String problem(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Refused(List<Violation> violations, _) ->
                    violations.stream().map(Violation::message).collect(Collectors.joining("\n"));
            case SaveOutcome.Gone(_, var by, var at) ->
                    "The record was deleted by " + by + " at " + at + "; it can be restored";
            case SaveOutcome.Missing _ -> "There is no such record";
            case SaveOutcome.Applied _,
                    SaveOutcome.Merged _,
                    SaveOutcome.Parked _,
                    SaveOutcome.Contested _ ->
                    throw new IllegalArgumentException("expected a refusal, got " + outcome);
        };
    }
}
