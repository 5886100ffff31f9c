package io.mergedesk.sync;

import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Tells the bus what came of jobs, once it is written down. Where another system's record had
/// changed and that is settled here, the conflict (`sync:conflict`) tells it, not the job.
final class DeliveryEvents {

    private final Targets targets;
    private final EventBus bus;
    private final InstantSource clock;

    DeliveryEvents(Targets targets, EventBus bus, InstantSource clock) {
        this.targets = targets;
        this.bus = bus;
        this.clock = clock;
    }

    void publish(List<Settled> settled) {
        for (var one : settled) {
            var target = targets.find(one.lease().lane().target());
            for (var outcome : one.outcomes()) {
                target.flatMap(known -> event(known, outcome)).ifPresent(bus::publish);
            }
        }
    }

    private Optional<Event> event(Target target, Settled.Outcome outcome) {
        return switch (outcome.end()) {
            case DONE -> Optional.of(event(EventName.SYNC_COMPLETED, target, outcome.job(), ""));
            case DEAD ->
                    outcome.isSettledHere()
                            ? Optional.empty()
                            : Optional.of(
                                    event(
                                            EventName.SYNC_FAILED,
                                            target,
                                            outcome.job(),
                                            outcome.problem().orElse("")));
            case OPEN, SKIPPED -> Optional.empty();
        };
    }

    private Event event(EventName name, Target target, Job job, String detail) {
        return new Event.JobChanged(
                name,
                clock.instant(),
                job.id().value(),
                target.definition().name(),
                job.entity(),
                job.type(),
                job.revision(),
                Optional.empty(),
                detail);
    }
}
