package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// One erasing of values from the history.
///
/// @param entity whose values; empty for retention, which erases of all
/// @param fields which of them; none stands for all
/// @param before what had ceased to be in force before that moment is erased
/// @param finishedAt empty as long as it is under way
/// @param rows how many rows were rewritten
/// @param reached the place in the feed from which the next retention goes on
public record Erasure(
        ErasureId id,
        Cause cause,
        Optional<EntityId> entity,
        SortedSet<FieldName> fields,
        String reason,
        Instant before,
        UserId by,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long rows,
        Sequence reached) {

    /// Why values are erased.
    public enum Cause {
        /// Somebody asked for it.
        PERSON,
        /// They were kept as long as the settings say.
        RETENTION;

        /// The form used in the API and in tables.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Erasure {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }

    /// Whether values of that field are erased. The team of an entity never is: rights hang on it.
    public boolean concerns(FieldName field) {
        return !field.equals(FieldName.TEAM) && (fields.isEmpty() || fields.contains(field));
    }

    Erasure finished(Instant at, long rewritten, Sequence place) {
        return new Erasure(
                id,
                cause,
                entity,
                fields,
                reason,
                before,
                by,
                startedAt,
                Optional.of(at),
                rewritten,
                place);
    }
}
