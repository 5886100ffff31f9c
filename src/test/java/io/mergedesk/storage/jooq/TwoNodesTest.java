package io.mergedesk.storage.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.DeskConfiguration;
import io.mergedesk.desk.HandleOutcome;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Event.ConflictChanged;
import io.mergedesk.events.Event.ConflictChanged.What;
import io.mergedesk.events.EventBus;
import io.mergedesk.storage.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two nodes on one database: what is done to conflicts on one is heard on the other.
class TwoNodesTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final FieldName PHONE = new FieldName("phone");
    private static final FieldName TAGS = new FieldName("tags");
    private static final Actor SUE = new Actor(new UserId("sue"), Role.SUPERVISOR, Set.of());

    private final DataSource schema = TestDatabase.fresh();
    private final TransferDesk here = node();
    private final TransferDesk there = node();

    @BeforeEach
    void thereIsAType() {
        here.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CONTACTS,
                                "Contacts",
                                "Contact",
                                List.of(
                                        FieldDefinition.of(PHONE, "Phone", FieldKind.TEXT),
                                        FieldDefinition.of(TAGS, "Tags", FieldKind.CHOICES)
                                                .choosing(List.of("depot", "lyon", "vip"))),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void a_note_at_the_desk_is_heard_on_the_other_node_once() {
        var contact = create();
        save(TransferDesk.ADMIN, contact, PHONE, new FieldValue.Text("1"));
        var parked = save(TransferDesk.USER, contact, PHONE, new FieldValue.Text("2"));
        var conflict = ((SaveOutcome.Parked) parked).conflict();
        var handling = Handling.NEW.assigned(Optional.of(SUE.id())).noted("ask Ben");

        var outcome = here.get(Desk.class).handle(conflict.id(), conflict.version(), handling, SUE);

        assertThat(outcome).isInstanceOf(HandleOutcome.Handled.class);
        awaitHeard(What.PARKED, What.HANDLED);
        assertThat(heard(there).getLast().by()).isEqualTo(SUE.id());
        assertThat(heard(there).getLast().told()).containsExactly(SUE.id());
        assertThat(there.get(Desk.class).find(conflict.id(), SUE).orElseThrow().handling())
                .isEqualTo(handling);
    }

    @Test
    void an_edit_that_was_joined_without_asking_is_heard_on_the_other_node_once() {
        var contact = create();
        save(TransferDesk.ADMIN, contact, TAGS, tags("depot", "vip"));

        var merged = save(TransferDesk.USER, contact, TAGS, tags("depot", "lyon"));

        assertThat(merged).isInstanceOf(SaveOutcome.Merged.class);
        awaitHeard(What.MERGED);
        assertThat(heard(there).getLast().author()).isEqualTo(TransferDesk.USER.id());
    }

    /// The other node hears these, and neither hears anything twice.
    private void awaitHeard(What... expected) {
        await().untilAsserted(() ->
                assertThat(heard(there))
                        .extracting(ConflictChanged::what)
                        .containsExactly(expected));
        await().during(Duration.ofMillis(1_200))
                .untilAsserted(() -> {
                    assertThat(heard(here))
                            .extracting(ConflictChanged::what)
                            .containsExactly(expected);
                    assertThat(heard(there)).hasSize(expected.length);
                });
    }

    private static List<ConflictChanged> heard(TransferDesk node) {
        return node.get(EventBus.class).history().stream()
                .filter(ConflictChanged.class::isInstance)
                .map(ConflictChanged.class::cast)
                .toList();
    }

    private EntityId create() {
        var outcome =
                here.get(EntityService.class)
                        .save(
                                new Edit.Create(
                                        CONTACTS,
                                        Patch.of(
                                                Map.of(
                                                        PHONE,
                                                        value(new FieldValue.Text("0")),
                                                        TAGS,
                                                        value(tags("depot"))))),
                                Author.of(TransferDesk.ADMIN, Origin.UI));
        return ((SaveOutcome.Applied) outcome).entity().id();
    }

    /// An edit of the first revision.
    private SaveOutcome save(Actor actor, EntityId contact, FieldName field, FieldValue value) {
        return here.get(EntityService.class)
                .save(
                        new Edit.Update(
                                contact, new Revision(1), Patch.of(Map.of(field, value(value)))),
                        Author.of(actor, Origin.UI));
    }

    private static FieldValue tags(String... chosen) {
        return new FieldValue.Choices(new TreeSet<>(Set.of(chosen)));
    }

    private static Optional<FieldValue> value(FieldValue value) {
        return Optional.of(value);
    }

    private TransferDesk node() {
        return new TransferDesk(
                InstantSource.system(),
                schema,
                context ->
                        context.register(
                                JooqConflictSearch.class,
                                JooqFollowingStore.class,
                                DeskConfiguration.class));
    }
}
