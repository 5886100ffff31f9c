package io.mergedesk.entities;

import io.mergedesk.common.SiteId;
import java.time.InstantSource;

/// What the write path is made of, put together once over whichever stores there are.
record WriteParts(
        Types types,
        WriteStores stores,
        Retry retry,
        History history,
        ConflictMerges merges,
        WritePath writePath,
        ConflictPath conflictPath) {

    static WriteParts of(
            Types types,
            WriteStores stores,
            SiteId site,
            IdempotencyStore idempotency,
            Validation validation,
            Retry retry,
            EntityIds ids,
            InstantSource clock) {
        var history = new History(stores.entities(), stores.log());
        var next = new NextRevision(site, clock, ids);
        var telling = new Telling(ids, clock);
        var merges = new ConflictMerges(site, types, stores.conflicts(), stores.log(), history);
        var unique = new UniqueCheck();
        var overtaking = new Overtaking(history, telling);
        var stale = new StaleEdit(site, stores.log(), next, new Parking(ids, telling));
        var writePath =
                new WritePath(
                        retry,
                        types,
                        stores,
                        new Decision(types, validation, stale, next),
                        unique,
                        overtaking,
                        new Replay(idempotency, history, merges, clock));
        var conflictPath =
                new ConflictPath(
                        types,
                        stores,
                        merges,
                        new Settling(next, validation, merges, telling),
                        new Reopening(next, history),
                        unique,
                        overtaking,
                        telling);
        return new WriteParts(types, stores, retry, history, merges, writePath, conflictPath);
    }
}
