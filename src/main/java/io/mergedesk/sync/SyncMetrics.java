package io.mergedesk.sync;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The queue in figures: attempts by target and outcome with how long they took, jobs by target and
/// state, and which targets can be reached.
final class SyncMetrics implements MeterBinder, Consumer<List<Settled>> {

    private final Targets targets;
    private final Circuits circuits;
    private final Supplier<List<Standing>> standings;
    private volatile MeterRegistry registry = Metrics.globalRegistry;
    private volatile Gauges gauges = Gauges.in(Metrics.globalRegistry);

    private record Gauges(MultiGauge jobs, MultiGauge online) {

        static Gauges in(MeterRegistry registry) {
            return new Gauges(
                    MultiGauge.builder("mergedesk.sync.jobs")
                            .description("Jobs of the sync queue by target and state")
                            .register(registry),
                    MultiGauge.builder("mergedesk.sync.target.online")
                            .description("1 where a target can be reached, 0 where nobody answers")
                            .register(registry));
        }
    }

    /// @param standings how many jobs stand how; asked each time [#refresh] is called
    SyncMetrics(Targets targets, Circuits circuits, Supplier<List<Standing>> standings) {
        this.targets = targets;
        this.circuits = circuits;
        this.standings = standings;
    }

    @Override
    public void bindTo(MeterRegistry bound) {
        registry = bound;
        gauges = Gauges.in(bound);
        Gauge.builder("mergedesk.sync.targets", () -> targets.all().size())
                .description("Targets of the sync queue")
                .register(bound);
    }

    @Override
    public void accept(List<Settled> settled) {
        for (var one : settled) {
            var name = nameOf(one.lease().lane().target());
            for (var outcome : one.outcomes()) {
                outcome.attempt()
                        .ifPresent(attempt ->
                                Timer.builder("mergedesk.sync.attempts")
                                        .description("Attempts to deliver a job")
                                        .tags("target", name, "outcome", attempt.outcome())
                                        .register(registry)
                                        .record(attempt.exchange().took()));
            }
        }
    }

    /// Counts the jobs anew.
    void refresh() {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        for (var count : JobCount.of(standings.get())) {
            rows.add(
                    MultiGauge.Row.of(
                            Tags.of(
                                    "target",
                                    nameOf(count.target()),
                                    "state",
                                    count.state().wireName()),
                            count.jobs()));
        }
        gauges.jobs().register(rows, true);
        var reached = new ArrayList<MultiGauge.Row<?>>();
        for (var target : targets.all()) {
            reached.add(
                    MultiGauge.Row.of(
                            Tags.of("target", target.definition().name()),
                            circuits.isOnline(target.id()) ? 1 : 0));
        }
        gauges.online().register(reached, true);
    }

    private String nameOf(TargetId id) {
        return targets.find(id).map(target -> target.definition().name()).orElse("removed");
    }
}
