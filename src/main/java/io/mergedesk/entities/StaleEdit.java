package io.mergedesk.entities;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Base;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Side;
import io.mergedesk.conflicts.ThreeWayMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Applies an edit that was made on some revision to the current one, joining it with what happened
/// in between.
final class StaleEdit {

    private final ChangeLog log;
    private final NextRevision next;

    StaleEdit(ChangeLog log, NextRevision next) {
        this.log = log;
        this.next = next;
    }

    Verdict update(
            EntityType type, Entity entity, Edit.Update update, Author author, EditCall call) {
        if (Decision.changesNothing(update.patch(), entity)) {
            return new Verdict.Nothing(new SaveOutcome.Applied(entity));
        }
        if (update.base().equals(entity.revision())) {
            var write = next.updated(type, entity, update.patch(), update.base(), author);
            return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
        }
        var meanwhile = since(update.base(), entity, call);
        var base = Diff.revert(entity.values(), newestFirst(meanwhile));
        var merge =
                ThreeWayMerge.merge(
                        Base.of(base),
                        Side.of(entity.values(), next.stampOf(entity.version())),
                        Side.of(update.patch().applyTo(base), next.stampAfter(entity.version())),
                        type.mergePolicy());
        if (!merge.isDecided()) {
            return new Verdict.Nothing(
                    new SaveOutcome.Contested(entity, contested(merge.contests(), meanwhile)));
        }
        if (Decision.changesNothing(merge.patch(), entity)) {
            return new Verdict.Nothing(new SaveOutcome.Applied(entity));
        }
        var write = next.updated(type, entity, merge.patch(), update.base(), author);
        return new Verdict.Write(write, new SaveOutcome.Merged(write.after(), whose(meanwhile)));
    }

    /// Deleting what somebody changed since would hide their edit unseen: it is left to the person
    /// who deletes.
    Verdict delete(
            EntityType type, Entity entity, Edit.Delete delete, Author author, EditCall call) {
        if (delete.base().equals(entity.revision())) {
            var write = next.deleted(type, entity, author);
            return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
        }
        var meanwhile = since(delete.base(), entity, call);
        var base = Diff.revert(entity.values(), newestFirst(meanwhile));
        var contests = new TreeMap<FieldName, Contest>();
        for (var change : Diff.between(base, entity.values())) {
            contests.put(change.field(), new Contest(change.from(), change.to(), null));
        }
        if (contests.isEmpty()) {
            var write = next.deleted(type, entity, author);
            return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
        }
        return new Verdict.Nothing(
                new SaveOutcome.Contested(entity, contested(contests, meanwhile)));
    }

    /// What happened after that revision, oldest first: what is in the feed, and what edits of the
    /// same call have just done.
    private List<Change> since(Revision base, Entity entity, EditCall call) {
        var changes = new ArrayList<>(log.since(entity.id(), base));
        changes.addAll(call.changesOf(entity.id()));
        return changes;
    }

    private static List<FieldChange> newestFirst(List<Change> oldestFirst) {
        return oldestFirst.reversed().stream().flatMap(change -> change.fields().stream()).toList();
    }

    private static SortedMap<FieldName, UserId> whose(List<Change> meanwhile) {
        var whose = new TreeMap<FieldName, UserId>();
        for (var change : meanwhile) {
            change.fields().forEach(field -> whose.put(field.field(), change.by()));
        }
        return whose;
    }

    private static List<ContestedField> contested(
            Map<FieldName, Contest> contests, List<Change> meanwhile) {
        return contests.entrySet().stream()
                .map(entry -> {
                    var last = lastOf(entry.getKey(), meanwhile).orElseGet(meanwhile::getLast);
                    return new ContestedField(
                            entry.getKey(), entry.getValue(), last.by(), last.at());
                })
                .toList();
    }

    /// Empty where only another field of the same group was changed.
    private static Optional<Change> lastOf(FieldName field, List<Change> meanwhile) {
        return meanwhile.reversed().stream()
                .filter(change ->
                        change.fields().stream().anyMatch(one -> one.field().equals(field)))
                .findFirst();
    }
}
