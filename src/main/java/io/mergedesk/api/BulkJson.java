package io.mergedesk.api;

import io.mergedesk.desk.BulkReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a rule did, or would do.
///
/// @param batchId what it is undone by; null where nothing was written
record BulkJson(
        boolean dryRun,
        @Nullable UUID batchId,
        long settled,
        long staying,
        Map<String, Long> reasons,
        List<SampleJson> samples,
        List<StayJson> stays) {

    /// What one of the first becomes.
    record SampleJson(
            UUID conflictId, UUID entityId, boolean deleted, Map<String, BecomesJson> fields) {}

    record BecomesJson(@Nullable Object theirs, @Nullable Object mine, @Nullable Object chosen) {}

    /// One that waits on, and why.
    record StayJson(UUID conflictId, String why, String message) {}

    static BulkJson of(BulkReport report, boolean dryRun) {
        var reasons = new TreeMap<String, Long>();
        report.reasons().forEach((why, count) -> reasons.put(why.wireName(), count));
        return new BulkJson(
                dryRun,
                report.batch().map(batch -> batch.value()).orElse(null),
                report.counts().settled(),
                report.counts().staying(),
                reasons,
                report.samples().stream().map(BulkJson::sample).toList(),
                report.stays().stream()
                        .map(stay ->
                                new StayJson(
                                        stay.conflict().value(),
                                        stay.why().wireName(),
                                        stay.words()))
                        .toList());
    }

    private static SampleJson sample(BulkReport.Sample sample) {
        var fields = new TreeMap<String, BecomesJson>();
        sample.fields()
                .forEach((field, becomes) ->
                        fields.put(
                                field.value(),
                                new BecomesJson(
                                        JsonValue.orNull(becomes.theirs()),
                                        JsonValue.orNull(becomes.mine()),
                                        JsonValue.orNull(becomes.chosen()))));
        return new SampleJson(
                sample.conflict().value(), sample.entity().value(), sample.deleted(), fields);
    }
}
