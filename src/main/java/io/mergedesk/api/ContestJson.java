package io.mergedesk.api;

import io.mergedesk.entities.ContestedField;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One field that two edits changed differently; null is "no value".
record ContestJson(
        String field,
        @Nullable Object base,
        @Nullable Object theirs,
        @Nullable Object mine,
        String theirsBy,
        Instant theirsAt) {

    static ContestJson of(ContestedField contested) {
        var contest = contested.contest();
        return new ContestJson(
                contested.field().value(),
                JsonValue.orNull(contest.base()),
                JsonValue.orNull(contest.theirs()),
                JsonValue.orNull(contest.mine()),
                contested.theirsBy().value(),
                contested.theirsAt());
    }
}
