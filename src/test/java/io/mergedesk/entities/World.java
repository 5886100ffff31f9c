package io.mergedesk.entities;

import io.mergedesk.TestClock;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.events.EventBus;
import io.mergedesk.storage.memory.MemoryDraftStore;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.trail.Trail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionOperations;

/// Everything around the write path over the stores of a test, with one type, *contacts*, and some
/// people.
public final class World implements AutoCloseable {

    public static final TypeName CONTACTS = new TypeName("contacts");
    public static final Actor ANNA = actor("anna", Role.USER);
    public static final Actor BEN = actor("ben", Role.USER);
    public static final Actor NORA = actor("nora", Role.USER, "north");
    public static final Actor SUE = actor("sue", Role.SUPERVISOR);
    public static final Actor ADMIN = actor("admin", Role.ADMIN);

    /// The stores of one adapter.
    public record Stores(
            TransactionOperations transactions,
            Function<Types, EntityStore> entities,
            Function<Types, ChangeLog> log,
            Function<Types, EntitySearch> search,
            TypeStore types,
            IdempotencyStore idempotency,
            Function<Types, ConflictStore> conflicts,
            Function<Types, NoticeStore> notices,
            Trail trail) {

        public Stores searchedBy(Function<Types, EntitySearch> newSearch) {
            return new Stores(
                    transactions,
                    entities,
                    log,
                    newSearch,
                    types,
                    idempotency,
                    conflicts,
                    notices,
                    trail);
        }
    }

    public final TestClock clock = new TestClock();
    private final Deliveries deliveries = new Deliveries();
    public final EventBus bus = new EventBus(deliveries);
    public final Types types;
    public final TypeService typeService;
    public final EntityStore store;
    public final ChangeLog log;
    public final EntityService service;
    public final TransactionOperations transactions;
    public final Drafts drafts;
    public final Conflicts conflicts;
    public final Revisions revisions;
    public final ConflictStore conflictStore;
    public final NoticeStore notices;
    public final Trail trail;
    public final ConflictFeed conflictFeed;
    private final ChangeFeed feed;

    public World(Stores stores) {
        transactions = stores.transactions();
        types = new Types(stores.types(), clock);
        trail = stores.trail();
        typeService = new TypeService(types, stores.types(), trail, transactions, clock);
        store = stores.entities().apply(types);
        log = stores.log().apply(types);
        feed = new ChangeFeed(log, store, bus);
        conflictStore = stores.conflicts().apply(types);
        notices = stores.notices().apply(types);
        conflictFeed = new ConflictFeed(trail, conflictStore, store, bus);
        var configuration = new EntitiesConfiguration();
        var parts =
                configuration.writeParts(
                        types,
                        store,
                        log,
                        conflictStore,
                        notices,
                        () -> new SiteId("lyon"),
                        stores.idempotency(),
                        person -> Set.of("anna", "ben", "nora").contains(person.value()),
                        transactions,
                        configuration.entityIds(),
                        clock,
                        bus,
                        trail,
                        Optional.empty(),
                        conflictFeed);
        service = configuration.entityService(parts, stores.search().apply(types), feed);
        conflicts = configuration.conflicts(parts, feed);
        revisions = configuration.revisions(parts);
        var ofDrafts = new MemoryTransactions();
        drafts = new Drafts(new MemoryDraftStore(ofDrafts), ofDrafts, clock);
        typeService.create(contacts(), ADMIN);
    }

    /// Does that before anybody hears of what it changes.
    public void unheard(Runnable work) {
        deliveries.hold();
        try {
            work.run();
        } finally {
            deliveries.release();
        }
    }

    @Override
    public void close() {
        conflictFeed.close();
        feed.close();
    }

    public static Actor actor(String name, Role role, String... teams) {
        return new Actor(
                new UserId(name),
                role,
                Set.of(teams).stream()
                        .map(TeamId::new)
                        .collect(java.util.stream.Collectors.toSet()));
    }

    public static TypeDefinition contacts() {
        return new TypeDefinition(
                CONTACTS,
                "Contacts",
                "Contact",
                List.of(
                        field("name", FieldKind.TEXT).asRequired(),
                        field("phone", FieldKind.TEXT),
                        field("code", FieldKind.TEXT).asUnique(),
                        field("status", FieldKind.CHOICE).choosing(List.of("active", "paused")),
                        field("tags", FieldKind.CHOICES).choosing(List.of("depot", "lyon", "vip")),
                        field("credit", FieldKind.NUMBER),
                        field("fee", FieldKind.MONEY),
                        field("since", FieldKind.DATE),
                        field("seen", FieldKind.DATE_TIME),
                        field("insured", FieldKind.YES_NO),
                        field("mail", FieldKind.EMAIL),
                        field("site", FieldKind.URL),
                        field("notes", FieldKind.LONG_TEXT),
                        field("parent", FieldKind.REFERENCE).referringTo(CONTACTS),
                        field("owner", FieldKind.PERSON),
                        field("street", FieldKind.TEXT).grouped("Address"),
                        field("postcode", FieldKind.TEXT).grouped("Address")),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }

    public static FieldDefinition field(String name, FieldKind kind) {
        return FieldDefinition.of(
                new FieldName(name),
                name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1),
                kind);
    }

    /// A patch from names and texts, as they would be typed; an empty text clears.
    public Patch patch(String... namesAndTexts) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            var name =
                    namesAndTexts[i].equals("team")
                            ? FieldName.TEAM
                            : new FieldName(namesAndTexts[i]);
            patch.put(name, read(types.get(CONTACTS).kindOf(name), namesAndTexts[i + 1]));
        }
        return new Patch(patch);
    }

    private static Optional<FieldValue> read(FieldKind kind, String text) {
        return switch (FieldText.read(kind, text)) {
            case Reading.Value(var value) -> Optional.of(value);
            case Reading.Nothing _ -> Optional.empty();
            case Reading.Wrong(var expectation) ->
                    throw new IllegalArgumentException(text + ": expected " + expectation);
        };
    }

    /// Leaves the type only those of its fields; the others are removed ones from then on.
    public void keepFields(Predicate<FieldDefinition> kept) {
        var all = contacts();
        var fields = all.fields().stream().filter(kept).toList();
        typeService.change(
                new TypeDefinition(CONTACTS, all.label(), all.singular(), fields, all.strategy()),
                types.get(CONTACTS).version(),
                ADMIN);
    }

    public Entity create(Actor actor, String... namesAndTexts) {
        return applied(save(new Edit.Create(CONTACTS, patch(namesAndTexts)), actor));
    }

    public SaveOutcome update(Actor actor, EntityId id, long base, String... namesAndTexts) {
        return save(new Edit.Update(id, new Revision(base), patch(namesAndTexts)), actor);
    }

    /// By somebody who is there to decide: nothing is parked.
    public SaveOutcome save(Edit edit, Actor actor) {
        return service.save(edit, Author.of(actor, Origin.API).asking());
    }

    /// By somebody whose edit is parked where it is contested.
    public SaveOutcome send(Actor actor, EntityId id, long base, String... namesAndTexts) {
        return service.save(
                new Edit.Update(id, new Revision(base), patch(namesAndTexts)),
                Author.of(actor, Origin.API));
    }

    /// The same edit, which is contested.
    public Conflict park(Actor actor, EntityId id, long base, String... namesAndTexts) {
        return parked(send(actor, id, base, namesAndTexts));
    }

    public static Conflict parked(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Parked(_, var conflict, _)) {
            return conflict;
        }
        throw new AssertionError("expected a parked edit, got " + outcome);
    }

    public static Entity applied(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome.Merged(var entity, _) -> entity;
            case SaveOutcome.Parked _,
                    SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ ->
                    throw new AssertionError("expected a written edit, got " + outcome);
        };
    }

    /// What a field of an entity holds, as text; empty when it holds nothing.
    public static String text(Entity entity, String field) {
        return entity.values().find(new FieldName(field)).map(FieldText::write).orElse("");
    }
}
