package io.mergedesk.desk;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where it is kept who follows or mutes what. Writes join the transaction of the caller.
public interface FollowingStore {

    Optional<Following> find(UserId person, EntityId entity);

    /// All that this person follows or mutes, in the order of the entities.
    List<Following> of(UserId person);

    /// Adds it, or puts it in the place of what was there.
    void put(Following following);

    void remove(UserId person, EntityId entity);

    /// The person has seen it up to there; nothing happens where they had seen more, or follow it
    /// no longer.
    ///
    /// @param from where what they are told begins
    void see(UserId person, EntityId entity, Revision from, Revision seen);

    /// Where something is to be told: others changed the entity after `from`. The latest first.
    List<Moved> moved(UserId person);

    /// The same of one entity.
    Optional<Moved> moved(UserId person, EntityId entity);

    /// A followed entity that others have changed.
    ///
    /// @param newest the last revision that was not made by this person
    /// @param at when that was made
    record Moved(Following following, Revision newest, Instant at) {

        /// Whether some of it was not seen yet.
        public boolean isUnread() {
            return following.seen().isBefore(newest);
        }

        /// After which revision that begins which is told.
        public Revision from() {
            return isUnread() ? following.seen() : following.from();
        }
    }
}
