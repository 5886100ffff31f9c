package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.events.EventName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Jobs and targets of one adapter, which belong together. The type `contacts` is there.
public interface SyncStores {

    TypeName CONTACTS = new TypeName("contacts");
    UserId ADMIN = new UserId("admin");
    UUID ME = UUID.randomUUID();
    Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    JobStore store();

    TargetStore targets();

    SyncQueue queue();

    <T> T inTransaction(Supplier<T> work);

    /// Makes a change of the feed: a new contact.
    EntityId write();

    default Target target(String name) {
        var definition =
                TargetDefinition.of(name, TargetKind.WEBHOOK, URI.create("https://shop.example"));
        return inTransaction(() -> targets().add(definition, SealedSecrets.NONE, ADMIN, THEN));
    }

    default Job add(Target target, Priority priority) {
        return add(target, priority, new EntityId(UUID.randomUUID()), 1);
    }

    default Job add(Target target, Priority priority, EntityId entity, long revision) {
        var job =
                new Job(
                        new JobId(UUID.randomUUID()),
                        target.id(),
                        entity,
                        CONTACTS,
                        new Revision(revision),
                        EventName.ENTITY_UPDATED,
                        Optional.empty(),
                        0,
                        THEN,
                        Optional.empty(),
                        Optional.empty());
        inTransaction(() -> {
            queue().add(List.of(job), Map.of(target.id(), priority));
            return true;
        });
        return job;
    }

    /// Delivers what is ready at that priority, with that end.
    default void deliver(Target target, Priority priority, JobEnd end) {
        for (var lease : queue().lease(target.id(), priority, ME, 99, 99, Duration.ofMinutes(5))) {
            var outcomes = lease.jobs().stream().map(job -> outcome(job, end)).toList();
            queue().settle(
                            ME,
                            List.of(new Settled(lease, outcomes, Duration.ZERO, Optional.empty())));
        }
    }

    private static Settled.Outcome outcome(Job job, JobEnd end) {
        boolean taken = end == JobEnd.DONE;
        return new Settled.Outcome(
                job,
                end,
                job.attempts() + 1,
                taken ? Optional.empty() : Optional.of("answered 400"),
                Optional.of(
                        new Settled.Attempt(
                                taken ? "taken" : "refused",
                                Instant.now(),
                                new Exchange(
                                        "POST / HTTP/1.1\n\n{}",
                                        taken ? 200 : 400,
                                        "ok",
                                        Duration.ofMillis(7)))));
    }
}
