package io.mergedesk.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known about the chains now, for a badge.
///
/// @param state `unchecked`, or the word of the worst report: `intact`, `modified` …; `damaged`
///   where the chains are intact and the signed checkpoints are not
/// @param rows how many rows are covered by the last good verification and those it went on from
/// @param words one plain sentence
public record IntegrityState(
        String state,
        long rows,
        Optional<Instant> checkedAt,
        String words,
        List<ChainReport> reports) {

    static final IntegrityState UNCHECKED =
            new IntegrityState("unchecked", 0, Optional.empty(), "Not checked yet.", List.of());

    public IntegrityState {
        reports = List.copyOf(reports);
    }

    /// What these reports of one verification come to.
    public static IntegrityState of(List<ChainReport> reports) {
        return of(reports, reports.stream().mapToLong(ChainReport::rows).sum());
    }

    static IntegrityState of(List<ChainReport> reports, long rows) {
        var worst =
                reports.stream()
                        .filter(report -> !report.integrity().isIntact())
                        .findFirst()
                        .orElse(reports.getFirst());
        return new IntegrityState(
                worst.integrity().wireName(),
                rows,
                Optional.of(worst.checkedAt()),
                worst.words(),
                reports);
    }

    /// The same where the signed checkpoints themselves are not as they were written.
    IntegrityState damaged(String how) {
        return new IntegrityState(
                "damaged",
                rows,
                checkedAt,
                "The signed checkpoints are damaged: " + how + ".",
                reports);
    }

    public boolean isIntact() {
        return state.equals("intact");
    }
}
