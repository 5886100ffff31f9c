package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything people and programs do with entities. Rights are checked here: what an actor may not
/// see does not exist for them.
public final class EntityService {

    private final Types types;
    private final EntityStore store;
    private final EntitySearch search;
    private final ChangeLog log;
    private final History history;
    private final WritePath writePath;
    private final ChangeFeed feed;
    private final PendingMarks marks;

    EntityService(
            Types types,
            EntityStore store,
            EntitySearch search,
            ChangeLog log,
            History history,
            WritePath writePath,
            ChangeFeed feed,
            PendingMarks marks) {
        this.types = types;
        this.store = store;
        this.search = search;
        this.log = log;
        this.history = history;
        this.writePath = writePath;
        this.feed = feed;
        this.marks = marks;
    }

    /// Makes one edit, in a transaction of its own.
    public SaveOutcome save(Edit edit, Author author) {
        return saveAll(List.of(edit), author).getFirst();
    }

    /// Makes many edits in one transaction; each has its own outcome, in their order.
    public List<SaveOutcome> saveAll(List<Edit> edits, Author author) {
        var outcomes = writePath.write(edits, author);
        feed.wake();
        return outcomes.stream().map(marks::mark).toList();
    }

    /// The entity as it is now, deleted ones too; empty when it is not there or not to be seen by
    /// the actor.
    public Optional<Entity> find(EntityId id, Actor actor) {
        return store.find(id).filter(entity -> actor.maySee(entity.team())).map(marks::mark);
    }

    /// Those of them that are there and may be seen.
    public Map<EntityId, Entity> findAll(Collection<EntityId> ids, Actor actor) {
        var found = new HashMap<>(store.findAll(ids));
        found.values().removeIf(entity -> !actor.maySee(entity.team()));
        return marks.mark(found.values());
    }

    public EntityPage page(EntityQuery query, Actor actor) {
        var page = search.page(types.get(query.type()), query, actor);
        return new EntityPage(marks.mark(page.items()), page.next());
    }

    /// About how many entities of the type there are.
    public long roughCount(EntityType type) {
        return search.roughCount(type);
    }

    /// The entity as it was at that revision.
    public Optional<Entity> at(EntityId id, Revision revision, Actor actor) {
        return find(id, actor).flatMap(current -> history.at(current, revision));
    }

    /// What happened to an entity before that revision, newest first; nothing when the actor may
    /// not see it.
    public List<Change> changesOf(EntityId id, Revision before, int limit, Actor actor) {
        return find(id, actor).map(_ -> log.before(id, before, limit)).orElse(List.of());
    }

    /// What happened to an entity after that revision, oldest first.
    public List<Change> changesSince(EntityId id, Revision revision, Actor actor) {
        return find(id, actor).map(_ -> log.since(id, revision)).orElse(List.of());
    }

    /// A piece of the feed, without what the actor may not see.
    ///
    /// @return the changes and the place to go on from, which lies behind what was left out too
    public FeedPage feed(Sequence after, int limit, Actor actor) {
        var changes = log.after(after, limit);
        var entities = store.findAll(changes.stream().map(Change::entity).distinct().toList());
        var visible =
                changes.stream()
                        .filter(change -> {
                            var entity = entities.get(change.entity());
                            return entity != null && actor.maySee(entity.team());
                        })
                        .toList();
        return new FeedPage(visible, changes.isEmpty() ? after : changes.getLast().sequence());
    }

    public Sequence head() {
        return log.head();
    }
}
