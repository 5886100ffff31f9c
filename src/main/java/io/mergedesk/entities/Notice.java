package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// What somebody is told about a conflict, written in the transaction that it tells of.
///
/// Many that are [told together][Kind#isToldTogether] stay as many rows: which of them a person
/// sees as one depends on what they have read.
///
/// @param id of version 7, so that ids sort by time
/// @param to whom; empty for the desk, which is every supervisor who sees the entity
/// @param by who did it
/// @param fields which fields it is about
public record Notice(
        UUID id,
        Optional<UserId> to,
        Kind kind,
        ConflictId conflict,
        EntityId entity,
        TypeName type,
        UserId by,
        SortedSet<FieldName> fields,
        Instant at) {

    /// What is told.
    public enum Kind {
        /// To the author: their edit waits at the desk.
        PARKED,
        /// To the desk: an edit waits.
        WAITING,
        /// To the author: their edit was decided, and they have what they wanted.
        TAKEN,
        /// To whoever wrote a value that was replaced in a merge or a decision.
        OVERRULED,
        /// To the author: the decision was taken back, their edit waits again.
        REOPENED,
        /// To whoever is to decide it.
        ASSIGNED,
        /// To whoever is named, such as `@ben`, in the note of the desk or the reason of a
        /// decision.
        MENTIONED;

        /// Whether edits of one entity that wait make one notice, however many they are.
        public boolean isToldTogether() {
            return this == PARKED || this == WAITING;
        }

        /// Whether there is nothing to tell any more once the conflict does not wait.
        public boolean isOfWaiting() {
            return this == PARKED || this == WAITING || this == REOPENED || this == ASSIGNED;
        }

        /// The form used in tables and in the API, such as `overruled`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> parse(String text) {
            return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
        }
    }

    public Notice {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
}
