package io.mergedesk.desk;

import com.fasterxml.uuid.Generators;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.World;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// The desk over the stores of a test, and conflicts to put on it.
public final class DeskWorld implements AutoCloseable {

    private static final Set<String> PEOPLE = Set.of("anna", "ben", "nora", "sue", "admin");

    public final World world;
    public final ConflictSearch search;
    public final Desk desk;
    public final Bulk bulk;
    public final Inbox inbox;
    public final Followings followings;
    public final FollowingStore followingStore;

    public DeskWorld(World world, ConflictSearch search, FollowingStore followingStore) {
        this.world = world;
        this.search = search;
        this.followingStore = followingStore;
        var configuration = new DeskConfiguration();
        desk =
                configuration.desk(
                        search,
                        world.conflictStore,
                        world.store,
                        person -> PEOPLE.contains(person.value()),
                        world.notices,
                        newIds(),
                        world.transactions,
                        world.trail,
                        world.conflictFeed,
                        world.bus,
                        world.clock);
        bulk = configuration.bulk(search, world.conflictStore, world.conflicts, newIds());
        followings = configuration.followings(followingStore, world.service, world.transactions);
        inbox =
                configuration.inbox(
                        world.notices,
                        world.conflictStore,
                        world.service,
                        world.typeService,
                        followings,
                        world.transactions);
    }

    private static EntityIds newIds() {
        var generator = Generators.timeBasedEpochGenerator();
        return () -> new EntityId(generator.generate());
    }

    @Override
    public void close() {
        world.close();
    }

    /// An edit that met another one of the same field: `theirs` by Ben, then `mine` by Anna.
    public Conflict park(String field, String theirs, String mine) {
        var entity = world.create(World.ANNA, "name", "Quay " + mine);
        world.update(World.BEN, entity.id(), 1, field, theirs);
        world.clock.turn(Duration.ofSeconds(1));
        return park(World.ANNA, Origin.API, entity.id(), 1, field, mine);
    }

    public Conflict park(
            Actor actor, Origin origin, EntityId entity, long base, String... namesAndTexts) {
        var edit = new Edit.Update(entity, new Revision(base), world.patch(namesAndTexts));
        if (world.service.save(edit, Author.of(actor, origin))
                instanceof SaveOutcome.Parked(_, var conflict, _)) {
            return conflict;
        }
        throw new AssertionError("expected a parked edit");
    }

    /// An edit of a set that met another one, and was joined with it without asking.
    public Entity join() {
        var entity = world.create(World.ANNA, "name", "Joined", "tags", "depot");
        world.update(World.BEN, entity.id(), 1, "tags", "depot; lyon");
        return World.applied(world.update(World.ANNA, entity.id(), 1, "tags", "depot; vip"));
    }

    public Conflict now(Conflict conflict) {
        return world.conflictStore.find(conflict.id()).orElseThrow();
    }

    public String text(Conflict conflict, String field) {
        return World.text(world.store.find(conflict.entity()).orElseThrow(), field);
    }

    List<Conflict> page(ConflictQuery query, Actor actor) {
        return search.page(query, actor).items();
    }
}
