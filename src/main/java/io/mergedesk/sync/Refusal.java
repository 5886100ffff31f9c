package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.ChangeLog.Revised;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What another system sent and was not taken: the whole of it, until an admin says what becomes of
/// it.
///
/// @param author the account that acts for the target
/// @param key what makes a message the same one when it is sent again
/// @param body one JSON object, as it came
/// @param problem why, in words; one line for each thing that was wrong
/// @param about the record it would have changed, and the revision that its author is taken to have
///   seen; empty for a new one
/// @param holder the record that has a value which no two may have; the first where several have
/// @param end empty while it waits
public record Refusal(
        RefusalId id,
        TargetId target,
        UserId author,
        String key,
        String body,
        String problem,
        Optional<Revised> about,
        Optional<EntityId> holder,
        Instant receivedAt,
        Optional<End> end) {

    /// What became of it.
    ///
    /// @param by the author of the message where it was sent again and taken
    /// @param reason in words; may be empty
    public record End(How how, UserId by, Instant at, String reason) {}

    /// What can become of it.
    public enum How {
        /// It is in the history now, or in an open conflict.
        TAKEN,
        /// Somebody decided that it is not wanted.
        DISMISSED;

        /// The form used in tables and in the API.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static How parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isOpen() {
        return end.isEmpty();
    }
}
