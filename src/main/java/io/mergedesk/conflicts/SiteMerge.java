package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.VersionVector.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What concurrent revisions of several sites come to: one content and one vector, whatever the
/// order they arrived in, and no new dot.
///
/// It is a function of the set of revisions, not of the order of merging two at a time: those that
/// another one has seen are left out, the rest is joined from the earliest to the latest. Until a
/// person decides, a contested field shows the later value, and a deletion against an edit is not
/// done.
///
/// @param steps the merges it took, for what has to be asked and told
public record SiteMerge(
        FieldValues values, boolean deleted, VersionVector vector, List<Merge> steps) {

    private static final Comparator<SiteRevision> EARLIEST_FIRST =
            Comparator.comparing((SiteRevision one) -> one.side().stamp())
                    .thenComparing(one -> one.vector().toJson());

    public SiteMerge {
        steps = List.copyOf(steps);
    }

    /// @param base what all of them have seen
    /// @param revisions as the sites made them, at least one; the result of a merge is none of them
    public static SiteMerge of(Base base, Collection<SiteRevision> revisions, MergePolicy policy) {
        var latest = unseen(revisions);
        var all = latest.getFirst().side();
        var vector = latest.getFirst().vector();
        var steps = new ArrayList<Merge>();
        for (var next : latest.subList(1, latest.size())) {
            var step = ThreeWayMerge.merge(base, all, next.side(), policy);
            steps.add(step);
            all = joined(step);
            vector = vector.join(next.vector());
        }
        return new SiteMerge(all.values(), all.deleted(), vector, steps);
    }

    /// Those no other one has seen, each once, the earliest first.
    private static List<SiteRevision> unseen(Collection<SiteRevision> revisions) {
        var sorted = revisions.stream().sorted(EARLIEST_FIRST).toList();
        var unseen = new ArrayList<SiteRevision>();
        for (int i = 0; i < sorted.size(); i++) {
            var one = sorted.get(i);
            boolean twice = unseen.stream().anyMatch(other -> other.vector().equals(one.vector()));
            if (!twice && sorted.stream().noneMatch(later -> hasSeen(later, one))) {
                unseen.add(one);
            }
        }
        return unseen;
    }

    private static boolean hasSeen(SiteRevision later, SiteRevision earlier) {
        return later.vector().compareWith(earlier.vector()) == Order.AFTER;
    }

    /// The side that the next revision meets; of what is contested, the later revision's.
    private static Side joined(Merge step) {
        var values = new TreeMap<>(step.theirs().values().byName());
        var stamps = new HashMap<FieldName, Stamp>();
        step.fields()
                .forEach((field, outcome) -> {
                    var shown = outcome instanceof Contest ? outcome.mine() : outcome.result();
                    if (shown == null) {
                        values.remove(field);
                    } else {
                        values.put(field, shown);
                    }
                    stamps.put(field, stamp(step, field, outcome));
                });
        return new Side(
                new FieldValues(values),
                step.entity().deleted(),
                step.mine().stamp(),
                stamps,
                Map.of());
    }

    private static Stamp stamp(Merge step, FieldName field, FieldOutcome outcome) {
        var theirs = step.theirs().stampOf(field);
        var mine = step.mine().stampOf(field);
        return switch (outcome) {
            case FieldOutcome.OneSided one when one.changedBy() == Party.THEIRS -> theirs;
            case FieldOutcome.OneSided _, Contest _ -> mine;
            case FieldOutcome.Newest newest when newest.winner() == Party.THEIRS -> theirs;
            case FieldOutcome.Newest _ -> mine;
            case FieldOutcome.Untouched _,
                    FieldOutcome.Same _,
                    FieldOutcome.Joined _,
                    FieldOutcome.Refused _ ->
                    Stamp.later(theirs, mine);
        };
    }
}
