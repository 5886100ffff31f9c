package io.mergedesk.entities;

import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;

/// What a transaction of the write path writes to, and where it tells of it afterwards.
record WriteStores(
        EntityStore entities,
        ChangeLog log,
        ConflictStore conflicts,
        NoticeStore notices,
        Trail trail,
        Outbox outbox,
        EventBus bus,
        ConflictFeed conflictFeed) {}
