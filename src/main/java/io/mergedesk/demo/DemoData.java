package io.mergedesk.demo;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills an empty database with about two thousand records and some history; always the same ones.
class DemoData {

    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final long SEED = 20_260_131;
    private static final int CONTACTS = 900;
    private static final int CONTRACTS = 300;
    private static final int EQUIPMENT = 800;
    private static final int LATER_CHANGES = 600;
    private static final int CHUNK = 100;
    private static final Duration SPAN = Duration.ofDays(120);
    private static final int MEETINGS = 12;
    private static final Duration LAST_DAYS = Duration.ofDays(2);
    private static final Duration UNSEEN = Duration.ofMinutes(3);

    private final TypeService types;
    private final EntityService entities;
    private final DemoClock clock;
    private final DemoWords words = new DemoWords(SEED);
    private final List<Actor> actors =
            List.of(
                    actor("user", Role.USER),
                    actor("supervisor", Role.SUPERVISOR),
                    actor("admin", Role.ADMIN));

    DemoData(TypeService types, EntityService entities, DemoClock clock) {
        this.types = types;
        this.entities = entities;
        this.clock = clock;
    }

    /// Does nothing where anything was written already.
    void fill() {
        if (!entities.head().equals(Sequence.START)) {
            return;
        }
        var now = InstantSource.system().instant();
        clock.goTo(now.minus(SPAN).minus(LAST_DAYS));
        try {
            if (types.all().isEmpty()) {
                define();
            }
            fill(new DemoRecords(words, now.atZone(ZoneOffset.UTC).toLocalDate()));
        } finally {
            clock.comeBack();
        }
        LOG.info("the demo has {} records", CONTACTS + CONTRACTS + EQUIPMENT);
    }

    private void define() {
        for (var definition : DemoTypes.all()) {
            if (!(types.create(definition, actors.getLast()) instanceof TypeOutcome.Saved)) {
                throw new IllegalStateException(
                        "the demo type " + definition.name() + " was not accepted");
            }
        }
    }

    private void fill(DemoRecords records) {
        var contacts = save(CONTACTS, _ -> new Edit.Create(DemoTypes.CONTACTS, records.contact()));
        var contracts =
                save(
                        CONTRACTS,
                        number ->
                                new Edit.Create(
                                        DemoTypes.CONTRACTS,
                                        records.contract(number, idOf(words.oneOf(contacts)))));
        save(
                EQUIPMENT,
                number ->
                        new Edit.Create(
                                DemoTypes.EQUIPMENT,
                                records.equipment(
                                        number, idOf(words.oneOf(contacts)), contract(contracts))));
        for (int i = 0; i < LATER_CHANGES; i++) {
            clock.advance(SPAN.dividedBy(2L * LATER_CHANGES));
            var contact =
                    entities.find(idOf(words.oneOf(contacts)), actors.getLast()).orElseThrow();
            entities.save(
                    new Edit.Update(contact.id(), contact.revision(), records.laterChange()),
                    author());
        }
        for (int i = 0; i < MEETINGS; i++) {
            meet(idOf(words.oneOf(contacts)), records, i % 2 == 0);
        }
    }

    /// Two people edit one contact at once: it goes together, or it waits at the desk.
    private void meet(EntityId id, DemoRecords records, boolean contested) {
        var read = entities.find(id, actors.getLast()).orElseThrow();
        clock.advance(LAST_DAYS.dividedBy(MEETINGS).minus(UNSEEN));
        update(read, records.reached(), actors.get(1));
        clock.advance(UNSEEN);
        update(read, contested ? records.reached() : records.retagged(), actors.getFirst());
    }

    private void update(Entity read, Patch patch, Actor actor) {
        entities.save(
                new Edit.Update(read.id(), read.revision(), patch), Author.of(actor, Origin.UI));
    }

    private Optional<EntityId> contract(List<Entity> contracts) {
        return words.oneIn(3) ? Optional.empty() : Optional.of(idOf(words.oneOf(contracts)));
    }

    private List<Entity> save(int count, IntFunction<Edit> edit) {
        var saved = new ArrayList<Entity>();
        for (int from = 0; from < count; from += CHUNK) {
            var edits = new ArrayList<Edit>();
            for (int i = from; i < Math.min(from + CHUNK, count); i++) {
                edits.add(edit.apply(i));
            }
            clock.advance(SPAN.dividedBy(2L * (CONTACTS + CONTRACTS + EQUIPMENT) / CHUNK));
            entities.saveAll(edits, author()).forEach(outcome -> saved.add(entity(outcome)));
        }
        return saved;
    }

    private Author author() {
        return Author.of(words.oneOf(actors), Origin.UI);
    }

    private static EntityId idOf(Entity entity) {
        return entity.id();
    }

    private static Entity entity(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Applied(var entity)) {
            return entity;
        }
        throw new IllegalStateException("a demo record was not accepted: " + outcome);
    }

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), role, Set.of());
    }
}
