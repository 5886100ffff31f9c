package io.mergedesk.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a rule did to many conflicts, or would do.
///
/// @param batch what it is undone by; empty where nothing was written
/// @param samples the first of those that were settled, or would be
/// @param stays the first of those that wait on
/// @param reasons how many wait on, and why
/// @param cancelled whether somebody stopped it on the way
public record BulkReport(
        Optional<BatchId> batch,
        BulkCounts counts,
        List<Sample> samples,
        List<Stay> stays,
        Map<Why, Long> reasons,
        boolean cancelled) {

    /// Why a conflict waits on.
    public enum Why {
        /// The rule says nothing about it.
        UNDECIDED,
        /// The result would not be acceptable.
        REFUSED,
        /// The record or the conflict was changed while the rule was at work.
        CHANGED,
        /// Not to be decided by who applied the rule, or not to be seen any more.
        NOT_YOURS;

        /// The form used in the API, such as `not-yours`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One conflict and what its contested fields become.
    ///
    /// @param deleted whether the entity is deleted by it
    public record Sample(
            ConflictId conflict,
            EntityId entity,
            TypeName type,
            String title,
            boolean deleted,
            SortedMap<FieldName, Becomes> fields) {
        public Sample {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }

    /// A field that is there, that the edit wants, and that it becomes; null is "no value".
    public record Becomes(
            @Nullable FieldValue theirs, @Nullable FieldValue mine, @Nullable FieldValue chosen) {}

    /// One conflict that waits on.
    ///
    /// @param words why, for people
    public record Stay(ConflictId conflict, String title, Why why, String words) {}

    public BulkReport {
        samples = List.copyOf(samples);
        stays = List.copyOf(stays);
        reasons = Map.copyOf(reasons);
    }
}
