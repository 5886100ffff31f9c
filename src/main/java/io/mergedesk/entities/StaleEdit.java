package io.mergedesk.entities;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.ParkedEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Applies an edit that was made on some revision to the current one, joining it with what happened
/// in between.
final class StaleEdit {

    private final SiteId site;
    private final ChangeLog log;
    private final NextRevision next;
    private final Parking parking;

    StaleEdit(SiteId site, ChangeLog log, NextRevision next, Parking parking) {
        this.site = site;
        this.log = log;
        this.next = next;
        this.parking = parking;
    }

    Verdict update(
            EntityType type, Entity entity, Edit.Update update, Author author, EditCall call) {
        if (!entity.deleted() && Decision.changesNothing(update.patch(), entity)) {
            return new Verdict.Nothing(new SaveOutcome.Applied(entity));
        }
        if (update.base().equals(entity.revision())) {
            var write = next.updated(type, entity, update.patch(), update.base(), author);
            return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
        }
        return join(
                type,
                entity,
                edit(entity, update.base(), update.patch(), false, author),
                author,
                call);
    }

    Verdict delete(
            EntityType type, Entity entity, Edit.Delete delete, Author author, EditCall call) {
        if (delete.base().equals(entity.revision())) {
            var write = next.deleted(type, entity, author);
            return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
        }
        return join(
                type, entity, edit(entity, delete.base(), Patch.NONE, true, author), author, call);
    }

    private ParkedEdit edit(
            Entity entity, Revision base, Patch patch, boolean deletes, Author author) {
        return new ParkedEdit(
                author.actor().id(),
                next.timeAfter(entity.version()),
                author.origin(),
                base,
                patch,
                deletes,
                author.strategy(),
                author.batch());
    }

    private Verdict join(
            EntityType type, Entity entity, ParkedEdit edit, Author author, EditCall call) {
        var meanwhile = since(edit.base(), entity, call);
        var base = Diff.revert(entity.values(), newestFirst(meanwhile));
        var meeting = new Meeting(type, base, entity, meanwhile, edit, site);
        var merge = meeting.merge();
        if (!merge.isDecided()) {
            var contested = meeting.contested(contests(merge));
            return author.parks()
                    ? parking.park(meeting, merge, contested, call.openConflicts(entity.id()))
                    : new Verdict.Nothing(asked(entity, contested));
        }
        boolean deleted = merge.entity().deleted();
        if (deleted == entity.deleted() && Decision.changesNothing(merge.patch(), entity)) {
            return new Verdict.Nothing(deleted ? gone(entity) : new SaveOutcome.Applied(entity));
        }
        var write = next.joined(type, entity, merge.patch(), deleted, edit.base(), author);
        return new Verdict.Write(
                write,
                edit.deletes() && deleted
                        ? new SaveOutcome.Applied(write.after())
                        : new SaveOutcome.Merged(write.after(), meeting.whose()),
                parking.kept(meeting, merge, write));
    }

    /// An edit of what was deleted meanwhile is not asked about field by field.
    private static SaveOutcome asked(Entity entity, List<ContestedField> contested) {
        return entity.deleted() ? gone(entity) : new SaveOutcome.Contested(entity, contested);
    }

    private static SaveOutcome gone(Entity entity) {
        return new SaveOutcome.Gone(entity, entity.updatedBy(), entity.updatedAt());
    }

    /// Where one deleted what the other edited, the edits are what is contested; who deleted wants
    /// no value.
    static SortedMap<FieldName, Contest> contests(Merge merge) {
        var contests = new TreeMap<>(merge.contests());
        if (merge.entity() instanceof EntityOutcome.Contested(_, var edited)) {
            for (var field : edited) {
                var outcome = merge.of(field);
                contests.putIfAbsent(
                        field,
                        new Contest(
                                outcome.base(),
                                merge.theirs().deleted() ? null : outcome.theirs(),
                                merge.mine().deleted() ? null : outcome.mine()));
            }
        }
        return contests;
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
}
