package io.mergedesk.bench;

import io.mergedesk.conflicts.FieldOutcome;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.MergePolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// How one policy did on traces.
final class TraceScore {

    private final String policy;
    private int all;
    private int agreed;
    private int dropped;
    private int wrong;
    private int asked;
    private final Set<String> wrongCommits = new HashSet<>();

    TraceScore(String policy) {
        this.policy = policy;
    }

    void add(List<Trace> traces, MergePolicy rules) {
        for (var trace : traces) {
            add(trace, trace.merge(rules));
        }
    }

    private void add(Trace trace, Merge merge) {
        all++;
        if (!merge.isDecided()) {
            asked++;
        } else if (trace.agrees(merge)) {
            agreed++;
        } else if (isOnlyDropped(trace, merge)) {
            dropped++;
        } else {
            wrong++;
            wrongCommits.add(trace.commit());
        }
    }

    /// Whether all that differs are fields that only one side had changed: whoever committed left
    /// the change of one side away, which nothing in the record tells.
    private static boolean isOnlyDropped(Trace trace, Merge merge) {
        return trace.committed().isPresent()
                && !merge.entity().deleted()
                && merge.fields().entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue() instanceof FieldOutcome.OneSided
                                        || Objects.equals(
                                                entry.getValue().result(),
                                                trace.committed().get().get(entry.getKey())));
    }

    /// All that was merged without asking and is not what people committed, whoever is right.
    double notAsCommitted() {
        return 100.0 * (dropped + wrong) / all;
    }

    double asked() {
        return 100.0 * asked / all;
    }

    static final String HEAD =
            """
            | policy | records | by itself | as committed | a change dropped by hand | wrong | in commits | to the desk |
            |---|---:|---:|---:|---:|---:|---:|---:|\
            """;

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s | %s | %d | %s |",
                policy,
                all,
                share(all - asked),
                share(agreed),
                share(dropped),
                share(wrong),
                wrongCommits.size(),
                share(asked));
    }

    private String share(int count) {
        return String.format(Locale.ROOT, "%,d (%.1f %%)", count, 100.0 * count / all);
    }
}
