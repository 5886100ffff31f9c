package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.Verdict.NewConflict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes conflicts of edits that met others: open ones of what nobody but a person may decide,
/// settled ones of what was merged without asking.
final class Parking {

    private final EntityIds ids;
    private final Telling telling;

    Parking(EntityIds ids, Telling telling) {
        this.ids = ids;
        this.telling = telling;
    }

    /// The same edit sent again is answered with the conflict that it made the first time.
    ///
    /// @param open the conflicts that wait in the entity already
    Verdict park(
            Meeting meeting, Merge merge, List<ContestedField> contested, List<Conflict> open) {
        var known = open.stream().filter(one -> isSame(one, meeting)).findFirst();
        if (known.isPresent()) {
            return new Verdict.Nothing(
                    new SaveOutcome.Parked(meeting.theirs(), known.get(), contested));
        }
        var fields = new TreeSet<FieldName>();
        contested.forEach(field -> fields.add(field.field()));
        var conflict = conflict(meeting, fields, Optional.empty());
        return new Verdict.Park(
                new NewConflict(conflict, meeting.theirs(), telling.parked(conflict)),
                new SaveOutcome.Parked(
                        meeting.theirs().standing(EntityStatus.CONFLICT), conflict, contested));
    }

    private static boolean isSame(Conflict one, Meeting meeting) {
        var known = one.edit();
        var edit = meeting.mine();
        return known.by().equals(edit.by())
                && known.base().equals(edit.base())
                && known.patch().equals(edit.patch())
                && known.deletes() == edit.deletes();
    }

    /// What is kept of a merge without asking: nothing where somebody met only themselves.
    List<NewConflict> kept(Meeting meeting, Merge merge, EntityWrite write) {
        if (!meeting.isWithOthers()
                || !(Resolution.of(merge, Decisions.NONE)
                        instanceof Resolution.Outcome.Complete(var resolution))) {
            return List.of();
        }
        var edit = meeting.mine();
        var settlement =
                new Settlement(
                        edit.by(),
                        write.after().updatedAt(),
                        Settlement.How.AUTOMATIC,
                        meeting.theirs().revision(),
                        write.after().revision(),
                        "",
                        resolution,
                        Optional.empty());
        var conflict = conflict(meeting, new TreeSet<>(), Optional.of(settlement));
        return List.of(
                new NewConflict(
                        conflict,
                        write.after(),
                        telling.overruled(conflict, edit.by(), overruled(meeting, merge))));
    }

    private Conflict conflict(
            Meeting meeting, SortedSet<FieldName> contested, Optional<Settlement> settlement) {
        var merged = new TreeSet<>(meeting.mine().patch().fields());
        merged.removeAll(contested);
        return new Conflict(
                new ConflictId(ids.next().value()),
                meeting.theirs().id(),
                meeting.type().name(),
                meeting.mine(),
                meeting.theirs().revision(),
                contested,
                merged,
                Handling.NEW,
                settlement,
                0,
                1);
    }

    /// Whose values lost to the edit because it came later.
    private static Map<UserId, SortedSet<FieldName>> overruled(Meeting meeting, Merge merge) {
        var overruled = new TreeMap<UserId, SortedSet<FieldName>>();
        var written = meeting.written();
        for (var one : merge.overruled()) {
            var lost = written.get(one.field());
            if (one.party() == Party.THEIRS && one.rule() == Rule.NEWEST && lost != null) {
                overruled.computeIfAbsent(lost.by(), _ -> new TreeSet<>()).add(one.field());
            }
        }
        return overruled;
    }
}
