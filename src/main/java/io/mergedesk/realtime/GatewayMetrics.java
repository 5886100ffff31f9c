package io.mergedesk.realtime;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/// The gateway of this node in figures: who is connected, what they were sent, and how they keep
/// up.
final class GatewayMetrics implements MeterBinder {

    private final Gateway gateway;

    GatewayMetrics(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("mergedesk.realtime.clients", "Clients connected", one -> one.figures().clients())
                .register(registry);
        gauge(
                        "mergedesk.realtime.backlog",
                        "Events that clients were not sent yet, of all together",
                        one -> one.health().stream().mapToLong(ClientHealth::backlog).sum())
                .register(registry);
        gauge(
                        "mergedesk.realtime.backlog.most",
                        "Events that the client furthest behind was not sent yet",
                        one ->
                                one.health().stream()
                                        .mapToLong(ClientHealth::backlog)
                                        .max()
                                        .orElse(0))
                .register(registry);
        counter("mergedesk.realtime.sent", "Events sent to clients", one -> one.figures().sent())
                .register(registry);
        counter(
                        "mergedesk.realtime.cut",
                        "Clients cut as they were too slow",
                        one -> one.figures().cut())
                .register(registry);
        latency("mean", GatewayMetrics::mean).register(registry);
        latency("most", GatewayMetrics::most).register(registry);
    }

    private Gauge.Builder<Gateway> gauge(
            String name, String words, ToDoubleFunction<Gateway> value) {
        return Gauge.builder(name, gateway, value).description(words);
    }

    private FunctionCounter.Builder<Gateway> counter(
            String name, String words, ToDoubleFunction<Gateway> value) {
        return FunctionCounter.builder(name, gateway, value).description(words);
    }

    private TimeGauge.Builder<Gateway> latency(String of, ToDoubleFunction<Gateway> millis) {
        return TimeGauge.builder(
                        "mergedesk.realtime.latency", gateway, TimeUnit.MILLISECONDS, millis)
                .tag("of", of)
                .description("How long clients took to answer their last ping");
    }

    private static double mean(Gateway gateway) {
        return gateway.health().stream()
                .map(ClientHealth::latency)
                .flatMap(Optional::stream)
                .mapToLong(Duration::toMillis)
                .average()
                .orElse(0);
    }

    private static double most(Gateway gateway) {
        return gateway.health().stream()
                .map(ClientHealth::latency)
                .flatMap(Optional::stream)
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(0);
    }
}
