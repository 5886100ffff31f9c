package io.mergedesk.entities;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Bar;
import io.mergedesk.conflicts.Base;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.ParkedEdit;
import io.mergedesk.conflicts.Side;
import io.mergedesk.conflicts.Stamp;
import io.mergedesk.conflicts.ThreeWayMerge;
import io.mergedesk.entities.ConflictNow.Written;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// An edit, and what happened to the entity since its author had read it.
///
/// @param base what the author had read
/// @param theirs what the edit meets
/// @param meanwhile what led from the one to the other, oldest first
record Meeting(
        EntityType type,
        FieldValues base,
        Entity theirs,
        List<Change> meanwhile,
        ParkedEdit mine,
        SiteId site) {

    Meeting {
        meanwhile = List.copyOf(meanwhile);
    }

    Merge merge() {
        return ThreeWayMerge.merge(
                Base.of(base), theirSide(), mySide(), type.mergePolicy(mine.strategy()));
    }

    private Side theirSide() {
        var stamp = new Stamp(theirs.version().time(), site);
        var stamps = new HashMap<FieldName, Stamp>();
        for (var change : meanwhile) {
            change.fields()
                    .forEach(field -> stamps.put(field.field(), new Stamp(change.time(), site)));
        }
        return side(theirs.values(), theirs.deleted(), stamp).stamped(stamps);
    }

    private Side mySide() {
        var stamp = new Stamp(mine.time(), site);
        var gone = new HashMap<FieldName, Bar>();
        for (var field : mine.patch().fields()) {
            if (!field.equals(FieldName.TEAM) && type.field(field).isEmpty()) {
                gone.put(field, Bar.REMOVED);
            }
        }
        return side(mine.patch().applyTo(base), mine.deletes(), stamp).barring(gone);
    }

    private static Side side(FieldValues values, boolean deleted, Stamp stamp) {
        return deleted ? Side.deleted(values, stamp) : Side.of(values, stamp);
    }

    /// Who wrote the others' value of each field that they changed, last.
    SortedMap<FieldName, Written> written() {
        var written = new TreeMap<FieldName, Written>();
        for (var change : meanwhile) {
            change.fields().forEach(field -> written.put(field.field(), written(change)));
        }
        return Collections.unmodifiableSortedMap(written);
    }

    private static Written written(Change change) {
        return new Written(change.by(), change.at(), change.origin(), change.revision());
    }

    SortedMap<FieldName, UserId> whose() {
        var whose = new TreeMap<FieldName, UserId>();
        written().forEach((field, written) -> whose.put(field, written.by()));
        return whose;
    }

    /// Whether anybody but the author of the edit did something meanwhile.
    boolean isWithOthers() {
        return meanwhile.stream().anyMatch(change -> !change.by().equals(mine.by()));
    }

    /// The contested fields, and who the others were: of a field of which only another one of its
    /// group was changed, whoever made the last change.
    List<ContestedField> contested(Map<FieldName, Contest> contests) {
        var written = written();
        return contests.entrySet().stream()
                .map(entry -> {
                    var last = written.getOrDefault(entry.getKey(), written(meanwhile.getLast()));
                    return new ContestedField(
                            entry.getKey(), entry.getValue(), last.by(), last.at());
                })
                .toList();
    }
}
