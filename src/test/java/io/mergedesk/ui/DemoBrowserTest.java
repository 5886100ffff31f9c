package io.mergedesk.ui;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A test of the whole application in a real browser, with a type *depots* of its own.
public abstract class DemoBrowserTest extends AppBrowserTest {

    protected static final TypeName DEPOTS = new TypeName("depots");
    protected static final Actor USER = actor("user", Role.USER);
    protected static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR);
    protected static final Actor ADMIN = actor("admin", Role.ADMIN);

    @Autowired protected EntityService entities;
    @Autowired protected TypeService types;

    @BeforeEach
    void thereAreDepots() {
        if (types.find(DEPOTS).isEmpty()) {
            types.create(depots(), ADMIN);
        }
    }

    protected Entity create(Actor actor, Origin origin, String... namesAndTexts) {
        return written(save(new Edit.Create(DEPOTS, patch(namesAndTexts)), actor, origin));
    }

    protected Entity change(Actor actor, Entity entity, String... namesAndTexts) {
        var now = entities.find(entity.id(), ADMIN).orElseThrow();
        return written(
                save(
                        new Edit.Update(now.id(), now.revision(), patch(namesAndTexts)),
                        actor,
                        Origin.UI));
    }

    protected SaveOutcome save(Edit edit, Actor actor, Origin origin) {
        return entities.save(edit, Author.of(actor, origin));
    }

    /// An edit of `user` who had read the first revision, which must wait.
    protected Conflict park(Entity entity, Origin origin, String... namesAndTexts) {
        var edit = new Edit.Update(entity.id(), new Revision(1), patch(namesAndTexts));
        return switch (save(edit, USER, origin)) {
            case SaveOutcome.Parked(_, var conflict, _) -> conflict;
            case SaveOutcome other -> throw new AssertionError("expected a parked edit: " + other);
        };
    }

    protected String text(Entity entity, String field) {
        return entities.find(entity.id(), ADMIN)
                .flatMap(now -> now.values().find(new FieldName(field)))
                .map(FieldText::write)
                .orElse("");
    }

    private static Entity written(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Applied(var entity)) {
            return entity;
        }
        throw new AssertionError("expected a written edit, got " + outcome);
    }

    protected static Patch patch(String... namesAndTexts) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            var name = new FieldName(namesAndTexts[i]);
            var kind =
                    depots().fields().stream()
                            .filter(field -> field.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .kind();
            patch.put(
                    name,
                    FieldText.read(kind, namesAndTexts[i + 1]) instanceof Reading.Value(var value)
                            ? Optional.of(value)
                            : Optional.empty());
        }
        return new Patch(patch);
    }

    private static TypeDefinition depots() {
        return new TypeDefinition(
                DEPOTS,
                "Depots",
                "Depot",
                List.of(
                        field("name", "Name", FieldKind.TEXT).asRequired(),
                        field("phone", "Phone", FieldKind.TEXT),
                        field("status", "Status", FieldKind.CHOICE)
                                .choosing(List.of("active", "paused")),
                        field("tags", "Tags", FieldKind.CHOICES)
                                .choosing(List.of("cold store", "depot", "lyon", "vip")),
                        field("street", "Street", FieldKind.TEXT).grouped("Address"),
                        field("city", "City", FieldKind.TEXT).grouped("Address"),
                        field("since", "Customer since", FieldKind.DATE),
                        field("fee", "Yearly fee", FieldKind.MONEY),
                        field("notes", "Notes", FieldKind.LONG_TEXT)
                                .withHelp("What the driver must know")),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }

    private static FieldDefinition field(String name, String label, FieldKind kind) {
        return FieldDefinition.of(new FieldName(name), label, kind);
    }

    private static Actor actor(String name, Role role) {
        return new Actor(new UserId(name), role, Set.of());
    }
}
