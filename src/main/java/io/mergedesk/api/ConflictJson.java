package io.mergedesk.api;

import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.desk.Advice;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.ConflictNow.Written;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
        List<ConflictFieldJson> fields,
        @Nullable String theirsBy,
        @Nullable Instant theirsAt,
        String mineBy,
        Instant mineAt,
        String origin,
        HandlingJson handling,
        @Nullable SuggestionJson suggestion,
        @Nullable SettlementJson settlement,
        int reopened) {

    record HandlingJson(
            String priority, @Nullable String assignee, boolean inspected, String note) {}

    /// What may be decided, and why; never done by itself.
    record SuggestionJson(Object choice, String why) {

        static SuggestionJson of(Choice choice, Enum<?> why) {
            return new SuggestionJson(
                    ChoiceJson.of(choice), why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

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
                ConflictFieldJson.of(now),
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
                        .map(advice -> SuggestionJson.of(advice.choice(), advice.reason()))
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
}
