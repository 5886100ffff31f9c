package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.ResolveOutcome;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.storage.jooq.TransferDesk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record is changed here and in another system, which takes only fields that changed: in the end
/// both have the same, whatever was decided.
class RemoteConflictTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final Actor SUPERVISOR =
            new Actor(new UserId("supervisor"), Role.SUPERVISOR, Set.of());

    @TempDir Path home;

    private final OtherRecords other = new OtherRecords();
    private TransferDesk desk;
    private EntityId contact;

    @BeforeEach
    void start() {
        desk = SyncDesk.start(InstantSource.system(), TestDatabase.fresh(), home, other);
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CONTACTS,
                                "Contacts",
                                "Contact",
                                List.of(
                                        text("name"),
                                        text("phone"),
                                        text("city"),
                                        text("code").asUnique()),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
        var plain =
                TargetDefinition.of("CRM", TargetKind.REST, URI.create("https://crm.example/api"));
        var request = Optional.of(new RestMapping.Request("PATCH", "/people/{id}"));
        assertThat(
                        desk.get(TargetService.class)
                                .create(
                                        new TargetDefinition(
                                                "CRM",
                                                plain.kind(),
                                                plain.url(),
                                                Set.of(new Pattern("entity:*")),
                                                Set.of(CONTACTS),
                                                List.of(),
                                                Priority.HIGH,
                                                new RetryPolicy(
                                                        Duration.ofMillis(10),
                                                        Duration.ofMillis(50),
                                                        9),
                                                false,
                                                false,
                                                plain.concurrency(),
                                                new RestMapping(
                                                        Optional.empty(),
                                                        request,
                                                        Optional.empty(),
                                                        Map.of(),
                                                        Set.of(),
                                                        true)),
                                        Optional.empty(),
                                        TransferDesk.ADMIN))
                .isInstanceOf(TargetOutcome.Saved.class);
        contact = createContact("Anna");
        awaitThere("phone", "1");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_both_changed_is_told_as_it_was_decided_with_all_that_came_along() {
        other.change(contact, "phone", "theirs");
        change(1, "phone", "ours", "city", "Ulm");

        settle(Choice.Whole.THEIRS);

        // the decision is about what is here: the edit is the other system's
        awaitThere("phone", "ours");
        awaitThere("city", "Ulm");
        assertSettled();
    }

    @Test
    void what_the_other_system_had_is_kept_there_when_the_desk_prefers_it() {
        other.change(contact, "phone", "theirs");
        change(1, "phone", "ours", "city", "Ulm");

        settle(Choice.Whole.MINE);

        awaitThere("city", "Ulm");
        awaitThere("phone", "theirs");
        assertThat(here("phone")).isEqualTo("theirs");
        assertSettled();
    }

    @Test
    void a_value_of_the_desks_own_gets_there_too() {
        other.change(contact, "phone", "theirs");
        change(1, "phone", "ours", "city", "Ulm");
        assertThat(statusOf(1)).isEqualTo(EditStatus.ACCEPTED);
        await().until(() -> statusOf(2) == EditStatus.CONFLICT);

        settle(new Choice.Value(new FieldValue.Text("both")));

        awaitThere("phone", "both");
        awaitThere("city", "Ulm");
        assertSettled();
        assertThat(statusOf(2)).isEqualTo(EditStatus.MERGED);
        assertThat(statusOf(3)).isEqualTo(EditStatus.ACCEPTED);
    }

    @Test
    void a_decision_stands_where_the_other_system_changes_something_else_meanwhile() {
        other.change(contact, "phone", "theirs");
        change(1, "phone", "ours", "city", "Ulm");
        awaitConflict();
        other.change(contact, "fax", "theirs");

        settle(Choice.Whole.THEIRS);

        awaitThere("phone", "ours");
        awaitThere("city", "Ulm");
        assertThat(other.value(contact, "fax")).isEqualTo("theirs");
        assertThat(here("phone")).isEqualTo("ours");
        assertSettled(2);
    }

    @Test
    void what_is_changed_meanwhile_waits_for_the_desk_and_other_records_go_on() {
        other.change(contact, "phone", "theirs");
        change(1, "phone", "ours");
        var conflict = awaitConflict();
        await().untilAsserted(() -> assertThat(awaited()).containsExactly(conflict.id()));

        change(2, "city", "Ulm");
        var second = createContact("Berta");

        await().until(() -> other.value(second, "name").equals("Berta"));
        assertThat(jobs())
                .filteredOn(line -> line.state() == JobState.WAITING)
                .singleElement()
                .satisfies(line -> assertThat(line.awaits()).contains(conflict.id()));
        assertThat(other.value(contact, "city")).isEqualTo("Bonn");
        settle(Choice.Whole.MINE);

        awaitThere("city", "Ulm");
        assertThat(other.values(contact, "phone")).containsExactly("1", "theirs");
        assertThat(here("phone")).isEqualTo("theirs");
        assertSettled();
        assertThat(awaited()).isEmpty();
    }

    @Test
    void what_another_system_contested_is_a_conflict_and_no_failure() {
        var told = new ConcurrentLinkedQueue<Event>();
        try (var _ = listen(told)) {
            other.change(contact, "phone", "theirs");
            change(1, "phone", "ours");
            awaitConflict();
            settle(Choice.Whole.MINE);
            assertSettled();

            assertThat(told)
                    .filteredOn(Event.ConflictChanged.class::isInstance)
                    .extracting(event -> ((Event.ConflictChanged) event).what())
                    .containsExactly(
                            Event.ConflictChanged.What.PARKED, Event.ConflictChanged.What.SETTLED);
            assertThat(told).extracting(Event::name).doesNotContain(EventName.SYNC_FAILED);
        }
    }

    private Subscription listen(Collection<Event> told) {
        return desk.get(EventBus.class)
                .subscribe(
                        new Pattern("*"),
                        new EventListener() {
                            @Override
                            public void on(List<Event> events) {
                                told.addAll(events);
                            }

                            @Override
                            public void refresh() {}
                        });
    }

    private Set<ConflictId> awaited() {
        return desk.get(SyncQueue.class).awaited();
    }

    private List<JobLine> jobs() {
        return desk.get(JobService.class).page(JobQuery.ALL, 50, TransferDesk.ADMIN);
    }

    @Test
    void what_was_merged_is_told_with_what_was_refused_before() {
        other.change(contact, "phone", "theirs");
        change(1, "city", "Ulm");

        awaitThere("city", "Ulm");
        assertThat(other.value(contact, "phone")).isEqualTo("theirs");
        assertThat(here("phone")).isEqualTo("theirs");
        assertSettled();
    }

    @Test
    void what_changed_apart_from_our_fields_is_told_on_top_of_it() {
        other.change(contact, "fax", "theirs");
        change(1, "city", "Ulm");

        awaitThere("city", "Ulm");
        assertThat(other.value(contact, "fax")).isEqualTo("theirs");
        assertSettled();
    }

    @Test
    void what_the_other_system_has_and_nobody_may_have_twice_is_kept_as_refused() {
        var holder = save(new Edit.Create(CONTACTS, patch("name", "Ben", "code", "B")));
        var taken = ((SaveOutcome.Applied) holder).entity().id();
        other.change(contact, "code", "B");
        other.change(contact, "phone", "theirs");
        change(1, "city", "Ulm");

        List<Refusal> kept =
                await().until(
                                () ->
                                        desk.get(Refusals.class)
                                                .page(
                                                        true,
                                                        Optional.empty(),
                                                        9,
                                                        TransferDesk.ADMIN),
                                found -> !found.isEmpty());

        assertThat(kept)
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.holder()).contains(taken);
                    assertThat(refusal.body())
                            .contains("\"code\":\"B\"", "\"phone\":\"theirs\"")
                            .contains("\"baseRevision\":1", contact.toString());
                    assertThat(refusal.problem()).contains("code");
                });
        assertThat(here("code")).isEmpty();
        await().untilAsserted(() ->
                assertThat(desk.get(JobService.class).page(JobQuery.ALL, 50, TransferDesk.ADMIN))
                        .filteredOn(line -> line.state() == JobState.DEAD)
                        .singleElement()
                        .satisfies(line ->
                                assertThat(line.job().problem().orElse(""))
                                        .contains("kept as refused")));
    }

    private void assertSettled() {
        assertSettled(1);
    }

    /// It refused so often, nothing waits, nothing is given up.
    private void assertSettled(int refusals) {
        await().untilAsserted(() ->
                assertThat(desk.get(JobService.class).page(JobQuery.ALL, 50, TransferDesk.ADMIN))
                        .extracting(JobLine::state)
                        .containsOnly(JobState.DONE));
        assertThat(other.contested()).isEqualTo(refusals);
    }

    private EditStatus statusOf(long revision) {
        var one = new Revision(revision);
        return Objects.requireNonNull(
                        desk.get(EditStatuses.class).of(contact, List.of(one)).get(one))
                .status();
    }

    private Conflict awaitConflict() {
        List<Conflict> open =
                await().until(
                                () -> desk.get(Conflicts.class).openOf(contact, SUPERVISOR),
                                found -> !found.isEmpty());
        return open.getFirst();
    }

    private void settle(Choice choice) {
        var conflicts = desk.get(Conflicts.class);
        var now = conflicts.find(awaitConflict().id(), SUPERVISOR).orElseThrow();
        var outcome =
                conflicts.resolve(
                        now.conflict().id(),
                        now.conflict().version(),
                        now.seen(),
                        Decisions.NONE.with(new FieldName("phone"), choice),
                        "",
                        Author.of(SUPERVISOR, Origin.UI));
        assertThat(outcome).isInstanceOf(ResolveOutcome.Settled.class);
    }

    private void change(long base, String... values) {
        assertThat(save(new Edit.Update(contact, new Revision(base), patch(values))))
                .isInstanceOf(SaveOutcome.Applied.class);
    }

    private EntityId createContact(String name) {
        var created =
                save(new Edit.Create(CONTACTS, patch("name", name, "phone", "1", "city", "Bonn")));
        return ((SaveOutcome.Applied) created).entity().id();
    }

    private SaveOutcome save(Edit edit) {
        return desk.get(EntityService.class).save(edit, Author.of(TransferDesk.USER, Origin.API));
    }

    private String here(String field) {
        var values =
                desk.get(EntityService.class)
                        .find(contact, TransferDesk.USER)
                        .orElseThrow()
                        .values();
        return values.find(new FieldName(field)).map(FieldText::write).orElse("");
    }

    private void awaitThere(String field, String value) {
        await().untilAsserted(() -> assertThat(other.value(contact, field)).isEqualTo(value));
    }

    private static FieldDefinition text(String name) {
        return FieldDefinition.of(new FieldName(name), name, FieldKind.TEXT);
    }

    private static Patch patch(String... namesAndValues) {
        var values = new HashMap<FieldName, Optional<FieldValue>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    new FieldName(namesAndValues[i]),
                    Optional.of(new FieldValue.Text(namesAndValues[i + 1])));
        }
        return Patch.of(values);
    }
}
