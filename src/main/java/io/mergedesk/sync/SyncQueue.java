package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where jobs wait: in lanes, one for each target and entity, leased to one worker at a time.
///
/// All times are those of the store, so that a node whose clock jumps does no harm. [#add] joins
/// the transaction of its caller; everything else is a transaction of its own.
public interface SyncQueue {

    /// Adds jobs at the ends of their lanes.
    ///
    /// @param priority of each target among them
    /// @throws org.springframework.transaction.IllegalTransactionStateException without one
    void add(List<Job> jobs, Map<TargetId, Priority> priority);

    /// What there is to do, and when.
    List<Due> due();

    /// Leases lanes that may go now, the longest waiting first; never one that is leased.
    ///
    /// @param owner who leases them
    /// @param most lanes
    /// @param each how many jobs of a lane at most
    /// @param lease how long, unless renewed
    List<Lease> lease(
            TargetId target, Priority priority, UUID owner, int most, int each, Duration lease);

    /// Prolongs the owner's leases of these lanes; others that it does not know of run out.
    void renew(UUID owner, Set<LaneKey> held, Duration lease);

    /// Gives leases back with what was done. Those that somebody else has leased meanwhile change
    /// nothing: what was done is done again.
    ///
    /// @return those that were still held
    List<Settled> settle(UUID owner, List<Settled> done);

    /// Frees lanes whose lease ran out, or whose owner gave up.
    ///
    /// @return how many
    int freeExpired();

    /// Lets all resting lanes of a target go at once.
    void hurry(TargetId target);

    /// Holds back the lanes of these types, those to come too, and frees those of all others. What
    /// is leased just now goes on to the end of its lease. Joins the transaction of its caller, if
    /// there is one.
    void hold(Set<TypeName> types);

    /// Types whose lanes are held back.
    Set<TypeName> held();

    /// Conflicts that lanes wait for, as their leases were given back so ([Settled#awaits()]): such
    /// lanes are not leased, whatever else happens to them.
    Set<ConflictId> awaited();

    /// Lets the lanes go that wait for these conflicts, at once.
    void release(Set<ConflictId> settled);

    /// Which of these entities some target is still to be told of.
    Set<EntityId> pending(Collection<EntityId> entities);

    /// Deletes a part of what was finished longer ago than that, with its delivery log. Dead jobs
    /// stay.
    ///
    /// @return how many jobs; less than `most` when none is left
    int clean(Duration age, int most);
}
