package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What came of joining an edit with what others did since its author read the entity.
///
/// @param fields every field that either side touched
public record Merge(
        Base base,
        Side theirs,
        Side mine,
        MergePolicy policy,
        EntityOutcome entity,
        SortedMap<FieldName, FieldOutcome> fields) {

    /// A value somebody wanted that is neither in the result nor in a contest: its author is to be
    /// told. Null means they had cleared the field.
    public record Overruled(FieldName field, Party party, @Nullable FieldValue value, Rule rule) {}

    public Merge {
        fields = Collections.unmodifiableSortedMap(fields);
    }

    public FieldOutcome of(FieldName field) {
        var outcome = fields.get(field);
        return outcome == null ? new FieldOutcome.Untouched(base.values().get(field)) : outcome;
    }

    /// The runs of a text, also of one that was merged without asking.
    public List<Hunk> hunks(FieldName field) {
        var outcome = of(field);
        return outcome instanceof Contest contest
                ? contest.hunks()
                : Hunk.of(
                        policy.of(field).kind(), outcome.base(), outcome.theirs(), outcome.mine());
    }

    public SortedMap<FieldName, Contest> contests() {
        var contests = new TreeMap<FieldName, Contest>();
        fields.forEach((field, outcome) -> {
            if (outcome instanceof Contest contest) {
                contests.put(field, contest);
            }
        });
        return contests;
    }

    /// Whether nobody has to be asked.
    public boolean isDecided() {
        return !(entity instanceof EntityOutcome.Contested)
                && fields.values().stream().noneMatch(Contest.class::isInstance);
    }

    /// What is left to apply to what is there now; contested fields are left alone.
    public Patch patch() {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        fields.forEach((field, outcome) -> {
            if (!Objects.equals(outcome.result(), outcome.theirs())) {
                patch.put(field, Optional.ofNullable(outcome.result()));
            }
        });
        return new Patch(patch);
    }

    /// The content afterwards; contested fields stay as they are now.
    public FieldValues content() {
        var patch = patch();
        return patch.isEmpty() ? theirs.values() : patch.applyTo(theirs.values());
    }

    public List<Overruled> overruled() {
        var all = new ArrayList<Overruled>();
        fields.forEach((field, outcome) -> {
            boolean open = outcome instanceof Contest || outcome instanceof FieldOutcome.Joined;
            for (var party : Party.values()) {
                var wanted = outcome.of(party);
                if (!open
                        && !Objects.equals(wanted, outcome.base())
                        && !Objects.equals(wanted, outcome.result())) {
                    all.add(new Overruled(field, party, wanted, outcome.rule()));
                }
            }
        });
        return List.copyOf(all);
    }
}
