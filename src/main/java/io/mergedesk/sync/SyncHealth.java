package io.mergedesk.sync;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Always up: a target that cannot be reached is no fault of this server. Says which they are.
final class SyncHealth implements HealthIndicator {

    private final Targets targets;
    private final Circuits circuits;

    SyncHealth(Targets targets, Circuits circuits) {
        this.targets = targets;
        this.circuits = circuits;
    }

    @Override
    public Health health() {
        var health = Health.up();
        for (var target : targets.all()) {
            health.withDetail(
                    target.definition().name(),
                    !target.isActive()
                            ? target.state().wireName()
                            : circuits.isOnline(target.id()) ? "online" : "offline");
        }
        return health.build();
    }
}
