package io.mergedesk.api;

import io.mergedesk.changes.Diff;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.sync.EditSync;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One revision in the history of an entity: the fields as they were then, who made it, and which
/// of them changed.
///
/// @param sync how the edit fared at the targets that are told of it; null where none is
record RevisionJson(
        long revision,
        String event,
        String by,
        Instant at,
        String origin,
        @Nullable UUID batchId,
        List<String> changed,
        Map<String, Object> fields,
        @Nullable String team,
        Map<String, Long> versionVector,
        RevisionJson.@Nullable Sync sync) {

    /// @param status the one that needs people most: `conflict`, `refused`, `pending`, `merged` or
    ///   `accepted`
    /// @param targets of each target, by its name
    record Sync(String status, Map<String, String> targets) {

        static @Nullable Sync of(@Nullable EditSync sync) {
            if (sync == null) {
                return null;
            }
            var targets = new TreeMap<String, String>();
            sync.targets().forEach((target, status) -> targets.put(target, status.wireName()));
            return new Sync(sync.status().wireName(), targets);
        }
    }

    /// @param newest the entity at the revision of the first change
    /// @param changes newest first
    static List<RevisionJson> backwards(
            Entity newest, List<Change> changes, Map<Revision, EditSync> synced) {
        var revisions = new ArrayList<RevisionJson>();
        var values = newest.values();
        for (var change : changes) {
            var fields = new TreeMap<String, Object>();
            values.byName().forEach((name, value) -> fields.put(name.value(), JsonValue.of(value)));
            var team = fields.remove(FieldName.TEAM.value());
            revisions.add(
                    new RevisionJson(
                            change.revision().number(),
                            change.event().wireName(),
                            change.by().value(),
                            change.at(),
                            change.origin().wireName(),
                            change.batch().map(BatchId::value).orElse(null),
                            change.fields().stream().map(one -> one.field().value()).toList(),
                            fields,
                            team == null ? null : team.toString(),
                            VectorJson.of(change.vector()),
                            Sync.of(synced.get(change.revision()))));
            values = Diff.revert(values, change.fields());
        }
        return revisions;
    }
}
