package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Entity;
import java.util.List;
import java.util.SortedMap;

/// The answer to a change that was written.
///
/// @param merged what others had changed since the author read the entity, and who they are; empty
///   when applied
record SavedJson(String outcome, EntityJson entity, List<Joined> merged) {

    record Joined(String field, String by) {}

    SavedJson {
        merged = List.copyOf(merged);
    }

    static SavedJson applied(Entity entity) {
        return new SavedJson("applied", EntityJson.of(entity), List.of());
    }

    static SavedJson merged(Entity entity, SortedMap<FieldName, UserId> theirs) {
        var joined =
                theirs.entrySet().stream()
                        .map(one -> new Joined(one.getKey().value(), one.getValue().value()))
                        .toList();
        return new SavedJson("merged", EntityJson.of(entity), joined);
    }
}
