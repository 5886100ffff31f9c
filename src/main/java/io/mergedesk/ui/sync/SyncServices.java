package io.mergedesk.ui.sync;

import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventBus;
import io.mergedesk.sync.JobBulk;
import io.mergedesk.sync.JobService;
import io.mergedesk.sync.Refusals;
import io.mergedesk.sync.TargetHealth;
import io.mergedesk.sync.TargetService;
import org.springframework.stereotype.Component;

/// All that the screen asks.
@Component
record SyncServices(
        TargetService targets,
        JobService jobs,
        JobBulk bulk,
        Refusals refusals,
        TargetHealth health,
        EntityService entities,
        TypeService types,
        EventBus bus) {}
