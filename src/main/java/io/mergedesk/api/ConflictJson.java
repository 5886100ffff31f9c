package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.desk.Advice;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.ConflictNow.Written;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A conflict as programs see it; null is "no value".
///
/// @param version what `If-Match` carries
/// @param revision the revision of the entity that is "theirs": to be sent back with a resolution
/// @param entity `contested` where one side deleted what the other edited, else null
/// @param fields what is to be decided, or where it is settled, what was
record ConflictJson(
        UUID id,
        UUID entityId,
        String type,
        String status,
        long version,
        long baseRevision,
        long revision,
        @Nullable String entity,
        List<FieldJson> fields,
        @Nullable String theirsBy,
        @Nullable Instant theirsAt,
        String mineBy,
        Instant mineAt,
        String origin,
        HandlingJson handling,
        @Nullable SuggestionJson suggestion,
        @Nullable SettlementJson settlement,
        int reopened) {

    /// One field with its three values; what it became and why, once it is settled.
    record FieldJson(
            String field,
            @Nullable Object base,
            @Nullable Object theirs,
            @Nullable Object mine,
            @Nullable String theirsBy,
            @Nullable Instant theirsAt,
            @Nullable SuggestionJson suggestion,
            @Nullable Object chosen,
            @Nullable String rule,
            @Nullable Object choice) {}

    record HandlingJson(
            String priority, @Nullable String assignee, boolean inspected, String note) {}

    record SuggestionJson(String choice, String why) {}

    /// Who or what decided, and when.
    record SettlementJson(
            String by,
            Instant at,
            String how,
            long seenRevision,
            long madeRevision,
            boolean deleted,
            String reason,
            @Nullable UUID batchId) {}

    static ConflictJson of(ConflictNow now) {
        var conflict = now.conflict();
        var edit = conflict.edit();
        var last = now.theirs().values().stream().max(Comparator.comparing(Written::at));
        return new ConflictJson(
                conflict.id().value(),
                conflict.entity().value(),
                conflict.type().value(),
                status(conflict),
                conflict.version(),
                edit.base().number(),
                now.seen().number(),
                now.merge().entity() instanceof EntityOutcome.Contested ? "contested" : null,
                fields(now),
                last.map(Written::by).map(UserId::value).orElse(null),
                last.map(Written::at).orElse(null),
                edit.by().value(),
                edit.at(),
                edit.origin().wireName(),
                new HandlingJson(
                        conflict.handling().priority().wireName(),
                        conflict.handling().assignee().map(UserId::value).orElse(null),
                        conflict.handling().inspected(),
                        conflict.handling().note()),
                Advice.of(now)
                        .map(advice ->
                                new SuggestionJson(
                                        advice.choice().wireName(), wireName(advice.reason())))
                        .orElse(null),
                conflict.settlement().map(ConflictJson::settlement).orElse(null),
                conflict.reopened());
    }

    private static String status(Conflict conflict) {
        if (conflict.isOpen()) {
            return "open";
        }
        return conflict.isAutomatic() ? "automatic" : "settled";
    }

    private static List<FieldJson> fields(ConflictNow now) {
        return now.conflict()
                .settlement()
                .map(settlement -> settled(now, settlement.resolution()))
                .orElseGet(() -> open(now))
                .toList();
    }

    private static Stream<FieldJson> open(ConflictNow now) {
        var asked = now.merge().contests().keySet().stream();
        var edited =
                now.merge().entity() instanceof EntityOutcome.Contested contested
                        ? contested.edited().stream()
                        : Stream.<FieldName>empty();
        return Stream.concat(asked, edited)
                .distinct()
                .sorted()
                .map(field -> {
                    var outcome = now.merge().of(field);
                    return new FieldJson(
                            field.value(),
                            JsonValue.orNull(outcome.base()),
                            JsonValue.orNull(outcome.theirs()),
                            JsonValue.orNull(outcome.mine()),
                            by(now, field),
                            at(now, field),
                            outcome instanceof Contest contest ? suggestion(contest) : null,
                            null,
                            null,
                            null);
                });
    }

    private static Stream<FieldJson> settled(ConflictNow now, Resolution resolution) {
        return resolution.fields().entrySet().stream()
                .map(entry -> {
                    var decided = entry.getValue();
                    return new FieldJson(
                            entry.getKey().value(),
                            JsonValue.orNull(decided.base()),
                            JsonValue.orNull(decided.theirs()),
                            JsonValue.orNull(decided.mine()),
                            by(now, entry.getKey()),
                            at(now, entry.getKey()),
                            null,
                            JsonValue.orNull(decided.chosen()),
                            decided.rule().wireName(),
                            decided.choice().map(ChoiceJson::of).orElse(null));
                });
    }

    private static @Nullable String by(ConflictNow now, FieldName field) {
        return written(now, field).map(one -> one.by().value()).orElse(null);
    }

    private static @Nullable Instant at(ConflictNow now, FieldName field) {
        return written(now, field).map(Written::at).orElse(null);
    }

    private static Optional<Written> written(ConflictNow now, FieldName field) {
        return Optional.ofNullable(now.theirs().get(field));
    }

    private static @Nullable SuggestionJson suggestion(Contest contest) {
        return contest.suggestion()
                .map(one ->
                        new SuggestionJson(
                                ChoiceJson.of(one.choice()).toString(), wireName(one.why())))
                .orElse(null);
    }

    private static SettlementJson settlement(Settlement settlement) {
        return new SettlementJson(
                settlement.by().value(),
                settlement.at(),
                settlement.how().wireName(),
                settlement.seen().number(),
                settlement.made().number(),
                settlement.resolution().deleted(),
                settlement.reason(),
                settlement.batch().map(batch -> batch.value()).orElse(null));
    }

    private static String wireName(Enum<?> reason) {
        return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
