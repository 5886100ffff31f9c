package io.mergedesk.api;

import io.mergedesk.audit.ChainReport;
import io.mergedesk.audit.Integrity;
import io.mergedesk.audit.IntegrityState;
import io.mergedesk.audit.Verification;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A verification as programs see it: how far it is, and what it found.
///
/// @param state `running`, `intact`, or the word of the first chain that is not
/// @param rows how many rows have been recomputed
/// @param totalRows about how many there are to recompute
/// @param checkpointDamage what is wrong with the signed checkpoints; null when nothing is
record IntegrityJson(
        long run,
        String state,
        String words,
        long rows,
        long totalRows,
        Instant startedAt,
        List<Chain> chains,
        @Nullable String checkpointDamage) {

    /// @param firstBad the first place that is not as it was committed; null when all are
    /// @param missing the places that are not there
    record Chain(
            String chain,
            String state,
            String words,
            long rows,
            Instant checkedAt,
            @Nullable Place firstBad,
            List<Gap> missing) {

        static Chain of(ChainReport report) {
            var found = report.integrity();
            return new Chain(
                    report.chain().wireName(),
                    found.wireName(),
                    report.words(),
                    report.rows(),
                    report.checkedAt(),
                    found.firstBad().map(place -> Place.of(place, found)).orElse(null),
                    found instanceof Integrity.Missing(var gaps)
                            ? gaps.stream()
                                    .map(gap -> new Gap(gap.from().number(), gap.to().number()))
                                    .toList()
                            : List.of());
        }
    }

    record Place(long sequence, @Nullable UUID entityId, @Nullable Long revision) {

        static Place of(Sequence place, Integrity found) {
            return switch (found) {
                case Integrity.Modified(_, var entity, var revision) ->
                        new Place(
                                place.number(),
                                entity.map(EntityId::value).orElse(null),
                                revision.map(Revision::number).orElse(null));
                case Integrity.Diverged(_, var entity, var revision) ->
                        new Place(place.number(), entity.value(), revision.number());
                case Integrity.Intact _,
                        Integrity.Missing _,
                        Integrity.Swapped _,
                        Integrity.Forked _,
                        Integrity.Cut _ ->
                        new Place(place.number(), null, null);
            };
        }
    }

    record Gap(long from, long to) {}

    static IntegrityJson of(Verification verification, Optional<String> damage) {
        var reports = verification.reports().orElse(List.of());
        var state = reports.isEmpty() ? "running" : IntegrityState.of(reports).state();
        var words =
                reports.isEmpty()
                        ? "%d of %d rows are recomputed."
                                .formatted(verification.rows(), verification.total())
                        : IntegrityState.of(reports).words();
        return new IntegrityJson(
                verification.number(),
                state,
                words,
                verification.rows(),
                verification.total(),
                verification.startedAt(),
                reports.stream().map(Chain::of).toList(),
                damage.orElse(null));
    }
}
