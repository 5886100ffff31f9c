package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Contest.Reason;
import io.mergedesk.conflicts.Resolution.Decided;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decisions on their way into a merge.
final class Resolving {

    private final Merge merge;
    private final Decisions decisions;
    private final SortedMap<FieldName, Decided> decided = new TreeMap<>();
    private final SortedMap<FieldName, String> unfit = new TreeMap<>();
    private final TreeSet<FieldName> open = new TreeSet<>();

    Resolving(Merge merge, Decisions decisions) {
        this.merge = merge;
        this.decisions = decisions;
    }

    Resolution.Outcome run() {
        if (merge.entity() instanceof EntityOutcome.Contested) {
            if (decisions.entity().equals(Optional.of(EntityChoice.DELETE))) {
                merge.fields().forEach((field, outcome) -> leave(field, outcome.theirs()));
                return new Resolution.Outcome.Complete(new Resolution(true, decided));
            }
        }
        decide();
        boolean entityOpen =
                merge.entity() instanceof EntityOutcome.Contested && decisions.entity().isEmpty();
        if (!unfit.isEmpty()) {
            return new Resolution.Outcome.Unfit(unfit);
        }
        return open.isEmpty() && !entityOpen
                ? new Resolution.Outcome.Complete(new Resolution(merge.entity().deleted(), decided))
                : new Resolution.Outcome.Open(entityOpen, open);
    }

    private void decide() {
        var fields = new TreeSet<>(merge.fields().keySet());
        fields.addAll(decisions.fields().keySet());
        var groups = new TreeMap<String, Choice.Whole>();
        decisions
                .fields()
                .forEach((field, choice) -> {
                    if (isOfGroup(field) && choice instanceof Choice.Whole whole) {
                        var other = groups.putIfAbsent(group(field), whole);
                        if (other != null && other != whole) {
                            unfit.put(field, "one choice for the whole group " + group(field));
                        }
                    }
                });
        for (var field : fields) {
            var choice = decisions.fields().get(field);
            choice(field, choice == null && isOfGroup(field) ? groups.get(group(field)) : choice);
        }
    }

    private boolean isOfGroup(FieldName field) {
        return merge.of(field) instanceof Contest contest && contest.reason() == Reason.GROUP;
    }

    private String group(FieldName field) {
        return merge.policy().of(field).group().orElse("");
    }

    private void choice(FieldName field, @Nullable Choice choice) {
        var outcome = merge.of(field);
        if (choice == null) {
            if (outcome instanceof Contest) {
                open.add(field);
            } else {
                leave(field, outcome.result());
            }
            return;
        }
        switch (Chosen.of(field, choice, merge)) {
            case Chosen.Value(var value) -> put(field, value, Optional.of(choice));
            case Chosen.Open _ -> open.add(field);
            case Chosen.Unfit(var expectation) -> unfit.putIfAbsent(field, expectation);
        }
    }

    private void leave(FieldName field, @Nullable FieldValue value) {
        put(field, value, Optional.empty());
    }

    private void put(FieldName field, @Nullable FieldValue chosen, Optional<Choice> choice) {
        var outcome = merge.of(field);
        decided.put(
                field,
                new Decided(
                        outcome.base(),
                        outcome.theirs(),
                        outcome.mine(),
                        chosen,
                        outcome.rule(),
                        choice));
    }
}
