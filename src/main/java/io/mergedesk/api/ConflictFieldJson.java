package io.mergedesk.api;

import io.mergedesk.api.ConflictJson.SuggestionJson;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.ConflictNow.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One field with its three values; what it became and why, once it is settled. Null is "no value".
///
/// @param rule what was decided without asking, or that it was contested
/// @param choice what a person decided; null where the rule stands
record ConflictFieldJson(
        String field,
        @Nullable Object base,
        @Nullable Object theirs,
        @Nullable Object mine,
        @Nullable String theirsBy,
        @Nullable Instant theirsAt,
        @Nullable SuggestionJson suggestion,
        @Nullable Object chosen,
        @Nullable String rule,
        @Nullable Object choice) {

    /// What is to be decided, or where it is settled, what was.
    static List<ConflictFieldJson> of(ConflictNow now) {
        return now.conflict()
                .settlement()
                .map(settlement ->
                        settlement.resolution().fields().entrySet().stream()
                                .map(one -> settled(now, one.getKey(), one.getValue())))
                .orElseGet(() -> asked(now).map(field -> open(now, field)))
                .toList();
    }

    private static Stream<FieldName> asked(ConflictNow now) {
        var edited =
                now.merge().entity() instanceof EntityOutcome.Contested contested
                        ? contested.edited().stream()
                        : Stream.<FieldName>empty();
        return Stream.concat(now.merge().contests().keySet().stream(), edited).distinct().sorted();
    }

    private static ConflictFieldJson open(ConflictNow now, FieldName field) {
        var outcome = now.merge().of(field);
        var suggestion =
                outcome instanceof Contest contest
                        ? contest.suggestion()
                                .map(one -> SuggestionJson.of(one.choice(), one.why()))
                        : Optional.<SuggestionJson>empty();
        return new ConflictFieldJson(
                field.value(),
                JsonValue.orNull(outcome.base()),
                JsonValue.orNull(outcome.theirs()),
                JsonValue.orNull(outcome.mine()),
                written(now, field).map(one -> one.by().value()).orElse(null),
                written(now, field).map(Written::at).orElse(null),
                suggestion.orElse(null),
                null,
                null,
                null);
    }

    private static ConflictFieldJson settled(
            ConflictNow now, FieldName field, Resolution.Decided decided) {
        return new ConflictFieldJson(
                field.value(),
                JsonValue.orNull(decided.base()),
                JsonValue.orNull(decided.theirs()),
                JsonValue.orNull(decided.mine()),
                written(now, field).map(one -> one.by().value()).orElse(null),
                written(now, field).map(Written::at).orElse(null),
                null,
                JsonValue.orNull(decided.chosen()),
                decided.rule().wireName(),
                decided.choice().map(ChoiceJson::of).orElse(null));
    }

    private static Optional<Written> written(ConflictNow now, FieldName field) {
        return Optional.ofNullable(now.theirs().get(field));
    }
}
