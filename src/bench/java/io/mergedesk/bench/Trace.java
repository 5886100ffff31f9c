package io.mergedesk.bench;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.Base;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.MergePolicy;
import io.mergedesk.conflicts.Side;
import io.mergedesk.conflicts.Stamp;
import io.mergedesk.conflicts.ThreeWayMerge;
import java.time.Instant;
import java.util.Optional;

/// Two real edits of one record that met, and what people made of them. Empty is "not there".
///
/// @param commit of the merge, as those of one commit are no independent evidence
record Trace(
        String commit,
        Optional<FieldValues> base,
        Optional<FieldValues> ours,
        Optional<FieldValues> theirs,
        Optional<FieldValues> committed,
        Instant oursAt,
        Instant theirsAt) {

    Merge merge(MergePolicy policy) {
        return ThreeWayMerge.merge(
                base.map(Base::of).orElse(Base.NONE),
                side(theirs, theirsAt, "theirs"),
                side(ours, oursAt, "ours"),
                policy);
    }

    private Side side(Optional<FieldValues> values, Instant at, String site) {
        var stamp = new Stamp(HybridTime.at(at), new SiteId(site));
        return values.map(there -> Side.of(there, stamp))
                .orElseGet(() -> Side.deleted(base.orElse(FieldValues.NONE), stamp));
    }

    /// Whether the machine's answer is what people committed.
    boolean agrees(Merge merge) {
        return merge.entity().deleted()
                ? committed.isEmpty()
                : committed.equals(Optional.of(merge.content()));
    }
}
