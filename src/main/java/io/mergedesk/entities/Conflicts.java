package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import java.util.List;
import java.util.Optional;

/// Conflicts one by one: how they stand, and deciding them through the one write path.
///
/// People see the conflicts of entities that they see, if they are supervisors or the edit is
/// theirs. Supervisors decide; authors decide about their own edit too, unless a field's policy
/// sends it to the desk.
public interface Conflicts {

    /// The conflict and its merge with what is there now; empty when it is not there or not to be
    /// seen.
    Optional<ConflictNow> find(ConflictId id, Actor actor);

    /// The open conflicts of an entity that this person may see, the oldest first.
    List<Conflict> openOf(EntityId entity, Actor actor);

    /// Whether this person may decide it.
    boolean mayResolve(ConflictNow now, Actor actor);

    /// Decides an open conflict, or overrides what was settled: the decision is written as a
    /// revision of its own.
    ///
    /// @param version of the conflict that was read
    /// @param seen the revision of the entity that was decided upon ([ConflictNow#seen])
    /// @param reason may be empty
    ResolveOutcome resolve(
            ConflictId id,
            long version,
            Revision seen,
            Decisions decisions,
            String reason,
            Author author);

    /// What would be refused if these decisions were written now; writes nothing.
    ResolveOutcome preview(
            ConflictId id,
            long version,
            Revision seen,
            Decisions decisions,
            Author author);

    /// Takes a settlement back: fields that still hold what was decided get their values from
    /// before, and the conflict waits again.
    ///
    /// @param version of the conflict that was read
    ReopenOutcome reopen(ConflictId id, long version, Author author);
}
