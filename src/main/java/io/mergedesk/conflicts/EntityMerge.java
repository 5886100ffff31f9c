package io.mergedesk.conflicts;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Contest.Reason;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// One merge at work: which fields stand or fall together, what becomes of each of these units, and
/// whether the entity is there at all.
final class EntityMerge {

    private static final List<MergeStrategy> FROM_CARELESS_TO_CAREFUL =
            List.of(
                    MergeStrategy.LAST_WRITE_WINS,
                    MergeStrategy.FIELD_LEVEL_MERGE,
                    MergeStrategy.MANUAL);

    private final Base base;
    private final Side theirs;
    private final Side mine;
    private final MergePolicy policy;
    private final SortedMap<FieldName, FieldOutcome> outcomes = new TreeMap<>();

    EntityMerge(Base base, Side theirs, Side mine, MergePolicy policy) {
        this.base = base;
        this.theirs = theirs;
        this.mine = mine;
        this.policy = policy;
    }

    Merge run() {
        var touched = ThreeValues.touched(base.values(), theirs.values(), mine.values());
        if (!base.existed()) {
            merge(touched, policy.strategy(), Reason.BOTH_CREATED);
        } else if (policy.strictness() == Strictness.ENTITY) {
            merge(touched, policy.strategy(), Reason.POLICY);
        } else {
            mergeByGroups(touched);
        }
        return new Merge(base, theirs, mine, policy, entity(), outcomes);
    }

    private void mergeByGroups(SortedMap<FieldName, ThreeValues> touched) {
        var groups = new TreeMap<String, SortedMap<FieldName, ThreeValues>>();
        touched.forEach((field, values) -> {
            var own = policy.of(field);
            if (own.group().isPresent()) {
                groups.computeIfAbsent(own.group().get(), _ -> new TreeMap<>()).put(field, values);
            } else {
                merge(new TreeMap<>(Map.of(field, values)), own.strategy(), Reason.DIFFERENT);
            }
        });
        groups.values().forEach(group -> merge(group, mostCareful(group), Reason.GROUP));
    }

    private MergeStrategy mostCareful(SortedMap<FieldName, ThreeValues> group) {
        return group.keySet().stream()
                .map(field -> policy.of(field).strategy())
                .max(Comparator.comparingInt(FROM_CARELESS_TO_CAREFUL::indexOf))
                .orElseThrow();
    }

    /// Nobody is asked about the fields of an entity that both have deleted.
    private void merge(
            SortedMap<FieldName, ThreeValues> unit, MergeStrategy strategy, Reason reason) {
        boolean gone = theirs.deleted() && mine.deleted();
        var used = gone ? MergeStrategy.LAST_WRITE_WINS : strategy;
        new UnitMerge(unit, theirs, mine, policy, used, reason).run(outcomes);
    }

    private EntityOutcome entity() {
        if (theirs.deleted() != mine.deleted()) {
            var deleting = mine.deleted() ? Party.MINE : Party.THEIRS;
            return base.deleted()
                    ? new EntityOutcome.Restored(EnumSet.of(deleting.other()))
                    : deletedBy(deleting);
        }
        if (mine.deleted() == base.deleted()) {
            return new EntityOutcome.Unchanged(base.deleted());
        }
        var both = EnumSet.allOf(Party.class);
        return base.deleted() ? new EntityOutcome.Restored(both) : new EntityOutcome.Deleted(both);
    }

    private EntityOutcome deletedBy(Party deleting) {
        var edited = new TreeSet<FieldName>();
        outcomes.forEach((field, outcome) -> {
            if (outcome.isChangedBy(deleting.other())) {
                edited.add(field);
            }
        });
        if (edited.isEmpty()) {
            return new EntityOutcome.Deleted(EnumSet.of(deleting));
        }
        if (policy.strategy() != MergeStrategy.LAST_WRITE_WINS) {
            return new EntityOutcome.Contested(deleting, edited);
        }
        int order = side(deleting).stamp().compareTo(side(deleting.other()).stamp());
        return new EntityOutcome.Newest(order > 0, order > 0 ? deleting : deleting.other());
    }

    private Side side(Party party) {
        return party == Party.MINE ? mine : theirs;
    }
}
