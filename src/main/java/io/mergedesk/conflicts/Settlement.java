package io.mergedesk.conflicts;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a conflict ended: what was decided for each field, and who or what decided it.
///
/// @param by who decided, or whose edit settled it
/// @param seen the revision that was decided upon: its values are "theirs" in the resolution
/// @param made the revision that holds what was decided
/// @param reason in the words of who decided; empty when there are none
/// @param batch set where many conflicts were settled as one
public record Settlement(
        UserId by,
        Instant at,
        How how,
        Revision seen,
        Revision made,
        String reason,
        Resolution resolution,
        Optional<BatchId> batch) {

    /// Who or what decided.
    public enum How {
        /// A person, field by field.
        PERSON,
        /// A rule that a person applied to many.
        RULE,
        /// The merge, without asking.
        AUTOMATIC,
        /// What was wanted was written by a later edit, so that nothing was left to decide.
        OVERTAKEN;

        /// The form used in the API and in tables, such as `person`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<How> parse(String text) {
            return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
        }
    }
}
