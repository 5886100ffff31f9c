package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Conflicts one by one: how they stand, and deciding them through the one write path.
///
/// People see the conflicts of entities that they see, if they are supervisors or the edit is
/// theirs. Supervisors decide; authors decide about their own edit too, unless a field's policy
/// sends it to the desk: of such an edit they may only let go.
public final class Conflicts {

    private final Retry retry;
    private final EntityStore entities;
    private final ConflictStore store;
    private final ConflictMerges merges;
    private final ConflictPath path;
    private final ChangeFeed feed;

    Conflicts(
            Retry retry,
            EntityStore entities,
            ConflictStore store,
            ConflictMerges merges,
            ConflictPath path,
            ChangeFeed feed) {
        this.retry = retry;
        this.entities = entities;
        this.store = store;
        this.merges = merges;
        this.path = path;
        this.feed = feed;
    }

    /// The conflict and its merge with what is there now; empty when it is not there or not to be
    /// seen.
    public Optional<ConflictNow> find(ConflictId id, Actor actor) {
        return store.find(id)
                .flatMap(conflict ->
                        entities.find(conflict.entity())
                                .filter(entity -> ConflictRights.maySee(conflict, entity, actor))
                                .map(entity -> merges.now(conflict, entity)));
    }

    /// The open conflicts of an entity that this person may see, the oldest first.
    public List<Conflict> openOf(EntityId id, Actor actor) {
        var found = entities.find(id);
        if (found.isEmpty() || found.get().status() != EntityStatus.CONFLICT) {
            return List.of();
        }
        return store.openOf(Set.of(id)).getOrDefault(id, List.of()).stream()
                .filter(conflict -> ConflictRights.maySee(conflict, found.get(), actor))
                .toList();
    }

    /// The conflict that was settled by making that revision; empty when the revision was no
    /// settlement, or it is not to be seen.
    public Optional<Conflict> settledBy(EntityId id, Revision made, Actor actor) {
        return entities.find(id)
                .flatMap(entity ->
                        store.settledBy(id, made)
                                .filter(conflict ->
                                        ConflictRights.maySee(conflict, entity, actor)));
    }

    /// Whether this person may decide it.
    public boolean mayResolve(ConflictNow now, Actor actor) {
        return ConflictRights.mayResolve(now, actor);
    }

    /// Decides an open conflict, or overrides what was settled: the decision is written as a
    /// revision of its own.
    ///
    /// @param version of the conflict that was read
    /// @param seen the revision of the entity that was decided upon ([ConflictNow#seen()])
    /// @param reason may be empty
    public ResolveOutcome resolve(
            ConflictId id,
            long version,
            Revision seen,
            Decisions decisions,
            String reason,
            Author author) {
        return decide(
                id,
                new ConflictPath.Decision(
                        version, seen, decisions, reason, Settlement.How.PERSON, true),
                author);
    }

    /// The same, where a person applied a rule to many.
    public ResolveOutcome resolveByRule(
            ConflictId id,
            long version,
            Revision seen,
            Decisions decisions,
            String reason,
            Author author) {
        return decide(
                id,
                new ConflictPath.Decision(
                        version, seen, decisions, reason, Settlement.How.RULE, true),
                author);
    }

    /// What would come of these decisions now; writes nothing. The entity in it is as it would be.
    public ResolveOutcome preview(
            ConflictId id, long version, Revision seen, Decisions decisions, Author author) {
        return decide(
                id,
                new ConflictPath.Decision(
                        version, seen, decisions, "", Settlement.How.PERSON, false),
                author);
    }

    private ResolveOutcome decide(ConflictId id, ConflictPath.Decision decision, Author author) {
        var outcome = locked(id, author.actor(), locked -> path.resolve(locked, decision, author));
        return outcome.orElseGet(ResolveOutcome.Missing::new);
    }

    /// Takes a settlement back: fields that still hold what was decided get their values from
    /// before, and the conflict waits again.
    ///
    /// @param version of the conflict that was read
    public ReopenOutcome reopen(ConflictId id, long version, Author author) {
        var outcome = locked(id, author.actor(), locked -> path.reopen(locked, version, author));
        return outcome.orElseGet(ReopenOutcome.Missing::new);
    }

    /// Does something while nobody else can change the conflict or its entity.
    private <T> Optional<T> locked(
            ConflictId id, Actor actor, Function<ConflictPath.Locked, T> work) {
        var found = store.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var entity = found.get().entity();
        var outcome =
                retry.inTransaction(() ->
                        Optional.ofNullable(entities.lock(Set.of(entity)).get(entity))
                                .flatMap(current -> visible(id, current, actor))
                                .map(work));
        feed.wake();
        return outcome;
    }

    private Optional<ConflictPath.Locked> visible(ConflictId id, Entity current, Actor actor) {
        return store.find(id)
                .filter(conflict -> ConflictRights.maySee(conflict, current, actor))
                .map(conflict -> new ConflictPath.Locked(conflict, current));
    }
}
