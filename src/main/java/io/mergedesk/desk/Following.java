package io.mergedesk.desk;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;

/// Somebody's attention to one entity, where it is not as usual.
///
/// @param from up to where they had seen it before they last looked: what they were told then lies
///   between the two
/// @param seen up to where they have seen it
public record Following(
        UserId person, EntityId entity, Attention attention, Revision from, Revision seen) {

    public Following {
        if (attention == Attention.USUAL) {
            throw new IllegalArgumentException("expected follow or mute: usual is not kept");
        }
        if (seen.isBefore(from)) {
            throw new IllegalArgumentException(
                    "expected to have seen more than before, got %s after %s"
                            .formatted(seen, from));
        }
    }

    /// From now on: what lies before is not told.
    static Following begin(UserId person, EntityId entity, Attention attention, Revision now) {
        return new Following(person, entity, attention, now, now);
    }
}
