package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Contest.Reason;
import java.util.List;
import java.util.SortedMap;

/// Merges the touched fields of one unit: a field by itself, a group, or the whole entity.
///
/// A unit of several fields is never put together from two halves. It is taken from one side whole,
/// which is done without asking only where that side has all that the other one changed.
final class UnitMerge {

    private final SortedMap<FieldName, ThreeValues> unit;
    private final Side theirs;
    private final Side mine;
    private final MergePolicy policy;
    private final MergeStrategy strategy;
    private final Reason reason;

    /// @param reason what a person is told who has to decide; `DIFFERENT` for a field by itself
    UnitMerge(
            SortedMap<FieldName, ThreeValues> unit,
            Side theirs,
            Side mine,
            MergePolicy policy,
            MergeStrategy strategy,
            Reason reason) {
        this.unit = unit;
        this.theirs = theirs;
        this.mine = mine;
        this.policy = policy;
        this.strategy = strategy;
        this.reason = reason;
    }

    /// @param outcomes where to put what becomes of each field
    void run(SortedMap<FieldName, FieldOutcome> outcomes) {
        if (!theirs.barred().isEmpty() || !mine.barred().isEmpty()) {
            outcomes.putAll(Refusal.takenFrom(unit, theirs, mine, reason == Reason.GROUP));
        }
        boolean collides = collides();
        unit.forEach((field, values) ->
                outcomes.put(field, collides ? collided(field, values) : accepted(field, values)));
    }

    private boolean collides() {
        if (isUntouchedBy(Party.MINE) || isUntouchedBy(Party.THEIRS)) {
            return reason == Reason.BOTH_CREATED && !unit.isEmpty();
        }
        if (reason == Reason.BOTH_CREATED) {
            return !hasAllOf(Party.MINE) || !hasAllOf(Party.THEIRS);
        }
        return !hasAllOf(Party.MINE) && !hasAllOf(Party.THEIRS);
    }

    private boolean isUntouchedBy(Party party) {
        for (var values : unit.values()) {
            if (values.isChangedBy(party)) {
                return false;
            }
        }
        return true;
    }

    /// Whether whatever the other side changed means the same on this side.
    private boolean hasAllOf(Party party) {
        for (var entry : unit.entrySet()) {
            var kind = kind(entry.getKey());
            var values = entry.getValue();
            if (values.isChangedInMeaningBy(party.other(), kind)
                    && !agree(entry.getKey(), values)) {
                return false;
            }
        }
        return true;
    }

    /// At most one side means something new, or both mean the same.
    private FieldOutcome accepted(FieldName field, ThreeValues values) {
        var kind = kind(field);
        if (values.isChangedBy(Party.THEIRS) && values.isChangedBy(Party.MINE)) {
            if (agree(field, values)) {
                var later = values.of(Later.of(field, values, theirs, mine));
                return new FieldOutcome.Same(values.base(), values.theirs(), values.mine(), later);
            }
            return oneSided(
                    values,
                    values.isChangedInMeaningBy(Party.MINE, kind) ? Party.MINE : Party.THEIRS);
        }
        return oneSided(values, values.isChangedBy(Party.MINE) ? Party.MINE : Party.THEIRS);
    }

    private static FieldOutcome oneSided(ThreeValues values, Party party) {
        return new FieldOutcome.OneSided(values.base(), values.theirs(), values.mine(), party);
    }

    private FieldOutcome collided(FieldName field, ThreeValues values) {
        if (agree(field, values)) {
            return accepted(field, values);
        }
        if (strategy == MergeStrategy.LAST_WRITE_WINS) {
            return new FieldOutcome.Newest(values.base(), values.theirs(), values.mine(), later());
        }
        if (strategy == MergeStrategy.MANUAL) {
            return contest(field, values, reason == Reason.BOTH_CREATED ? reason : Reason.POLICY);
        }
        if (reason != Reason.DIFFERENT || policy.strictness() == Strictness.FIELD) {
            return contest(field, values, reason);
        }
        var hunks = Hunk.of(kind(field), values.base(), values.theirs(), values.mine());
        return switch (FieldJoin.of(policy.of(field), values, hunks)) {
            case FieldJoin.Joined(var value, var rule) ->
                    new FieldOutcome.Joined(
                            values.base(), values.theirs(), values.mine(), value, rule);
            case FieldJoin.Unjoined(var why) -> contest(kind(field), values, why, hunks);
        };
    }

    private Contest contest(FieldName field, ThreeValues values, Reason why) {
        var kind = kind(field);
        return contest(
                kind, values, why, Hunk.of(kind, values.base(), values.theirs(), values.mine()));
    }

    private Contest contest(FieldKind kind, ThreeValues values, Reason why, List<Hunk> hunks) {
        var suggestion =
                reason == Reason.DIFFERENT
                        ? Suggestions.of(kind, values, hunks, later())
                        : Suggestions.newer(later());
        return new Contest(values.base(), values.theirs(), values.mine(), why, hunks, suggestion);
    }

    private Party later() {
        return Later.of(unit, theirs, mine);
    }

    /// Two changes of a number that adds up never agree: two sales of one are two.
    private boolean agree(FieldName field, ThreeValues values) {
        return values.agree(kind(field)) && !(policy.of(field).adds() && addUp(field, values));
    }

    private boolean addUp(FieldName field, ThreeValues values) {
        return reason == Reason.DIFFERENT
                && strategy == MergeStrategy.FIELD_LEVEL_MERGE
                && policy.strictness() == Strictness.VALUE
                && values.isChangedBy(Party.MINE)
                && values.isChangedBy(Party.THEIRS)
                && FieldJoin.of(policy.of(field), values, List.of()) instanceof FieldJoin.Joined;
    }

    private FieldKind kind(FieldName field) {
        return policy.of(field).kind();
    }
}
