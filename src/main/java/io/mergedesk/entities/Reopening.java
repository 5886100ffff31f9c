package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Settlement;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes a settlement back: fields that still hold what was decided get their values from before.
final class Reopening {

    private final NextRevision next;
    private final History history;

    Reopening(NextRevision next, History history) {
        this.next = next;
        this.history = history;
    }

    /// What is to be written, and the fields that somebody changed since.
    record Back(Patch patch, boolean deleted, TreeSet<FieldName> kept) {}

    Back back(Settlement settlement, Entity current) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        var kept = new TreeSet<FieldName>();
        settlement
                .resolution()
                .fields()
                .forEach((field, decided) -> {
                    if (Objects.equals(decided.chosen(), decided.theirs())) {
                        return;
                    }
                    if (Objects.equals(current.values().get(field), decided.chosen())) {
                        patch.put(field, Optional.ofNullable(decided.theirs()));
                    } else {
                        kept.add(field);
                    }
                });
        boolean untouched = current.deleted() == settlement.resolution().deleted();
        var before = history.at(current, settlement.seen());
        boolean deleted = untouched ? before.map(Entity::deleted).orElse(false) : current.deleted();
        return new Back(new Patch(patch), deleted, kept);
    }

    /// Nothing to write where all was changed since, or nothing had been written.
    boolean isNothing(Back back, Entity current) {
        return back.patch().isEmpty() && back.deleted() == current.deleted();
    }

    EntityWrite write(
            Conflict conflict, EntityType type, Entity current, Back back, Author author) {
        return next.joined(
                type,
                current,
                back.patch(),
                back.deleted(),
                conflict.settlement().orElseThrow().made(),
                author.by(Origin.RESTORE));
    }
}
