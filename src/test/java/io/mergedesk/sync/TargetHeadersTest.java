package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Pattern;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.storage.jooq.TransferDesk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values of headers on a real database: sent, and not to be read there.
class TargetHeadersTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final String KEY = "s3cret-key-of-the-ledger";

    @TempDir Path home;

    private final DataSource schema = TestDatabase.fresh();
    private final Queue<Map<String, String>> sent = new ConcurrentLinkedQueue<>();
    private TransferDesk desk;

    @BeforeEach
    void start() {
        desk = open();
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CONTACTS,
                                "Contacts",
                                "Contact",
                                List.of(
                                        FieldDefinition.of(
                                                new FieldName("name"), "Name", FieldKind.TEXT)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_value_is_sent_and_stands_nowhere_in_the_clear() throws SQLException {
        saved(
                targets()
                        .create(
                                ledger("X-Api-Key"),
                                Optional.empty(),
                                key(KEY),
                                TransferDesk.ADMIN));

        change();

        assertThat(awaitSent()).containsEntry("X-Api-Key", KEY);
        assertThat(stored()).contains("X-Api-Key").doesNotContain(KEY);
    }

    @Test
    void what_is_left_out_stays_and_what_is_named_no_more_is_forgotten() {
        var made =
                saved(
                        targets()
                                .create(
                                        ledger("X-Api-Key"),
                                        Optional.empty(),
                                        key(KEY),
                                        TransferDesk.ADMIN));
        assertThat(changed(made, ledger("X-Other"), Map.of()))
                .isInstanceOfSatisfying(
                        TargetOutcome.Refused.class,
                        refused ->
                                assertThat(refused.violations().getFirst().message())
                                        .isEqualTo("rest.headers: X-Other: expected a value"));

        made = saved(changed(made, ledger("x-api-key", "X-Other"), Map.of("X-Other", "2")));
        change();
        assertThat(awaitSent()).containsEntry("x-api-key", KEY).containsEntry("X-Other", "2");

        made = saved(changed(made, ledger("X-Other"), Map.of()));
        sent.clear();
        change();
        assertThat(awaitSent()).containsOnlyKeys("X-Other");
        assertThat(changed(made, ledger("X-Api-Key"), Map.of()))
                .isInstanceOf(TargetOutcome.Refused.class);
    }

    @Test
    void what_an_earlier_version_kept_in_the_clear_is_sealed_at_the_start() throws SQLException {
        saved(
                targets()
                        .create(
                                ledger("X-Api-Key"),
                                Optional.empty(),
                                key("x"),
                                TransferDesk.ADMIN));
        asBefore();
        assertThat(stored()).contains(KEY);

        var next = open();

        assertThat(stored()).contains("X-Api-Key").doesNotContain(KEY);
        change();
        assertThat(awaitSent()).containsEntry("X-Api-Key", KEY);
        next.close();
    }

    /// What the version before this one would have written.
    private void asBefore() throws SQLException {
        try (var connection = schema.getConnection();
                var target =
                        connection.prepareStatement(
                                "UPDATE sync_target SET header_values = NULL,"
                                        + " definition = REPLACE(definition, '(kept)', ?)");
                var attempt =
                        connection.prepareStatement(
                                "INSERT INTO sync_attempt (job_id, attempt, target_id, tried_at,"
                                        + " took_micros, outcome, status, request, answer)"
                                        + " SELECT UNHEX(REPLACE(UUID(), '-', '')), 1, target_id,"
                                        + " UTC_TIMESTAMP(6), 1, 'taken', 200, ?, '' FROM sync_target")) {
            connection.setAutoCommit(true);
            target.setString(1, KEY);
            target.executeUpdate();
            attempt.setString(1, "PUT / HTTP/1.1\nX-Api-Key: " + KEY + "\nAccept: */*\n\n{}");
            attempt.executeUpdate();
        }
    }

    private String stored() throws SQLException {
        var all = new StringBuilder();
        for (var table : List.of("sync_target", "sync_attempt", "sync_job", "trail_entry")) {
            try (var connection = schema.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT * FROM " + table)) {
                while (rows.next()) {
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        all.append(
                                rows.getObject(i) instanceof byte[] bytes
                                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                                        : rows.getString(i));
                    }
                }
            }
        }
        return all.toString();
    }

    private TransferDesk open() {
        return SyncDesk.start(
                InstantSource.system(),
                schema,
                home,
                new Sender() {
                    @Override
                    public TargetKind kind() {
                        return TargetKind.REST;
                    }

                    @Override
                    public Answer deliver(Delivery delivery) {
                        sent.add(delivery.secrets().headers());
                        return RecordingSender.taken();
                    }

                    @Override
                    public boolean reaches(Target target) {
                        return true;
                    }
                });
    }

    private TargetService targets() {
        return desk.get(TargetService.class);
    }

    private static Map<String, String> key(String value) {
        return Map.of("X-Api-Key", value);
    }

    private TargetOutcome changed(
            Target target, TargetDefinition definition, Map<String, String> headers) {
        return targets()
                .change(target.id(), definition, headers, target.version(), TransferDesk.ADMIN);
    }

    private static Target saved(TargetOutcome outcome) {
        assertThat(outcome).isInstanceOf(TargetOutcome.Saved.class);
        return ((TargetOutcome.Saved) outcome).target();
    }

    private static TargetDefinition ledger(String... headers) {
        var plain = TargetDefinition.of("Ledger", TargetKind.REST, URI.create("https://l.example"));
        return new TargetDefinition(
                "Ledger",
                plain.kind(),
                plain.url(),
                Set.of(new Pattern("entity:*")),
                Set.of(CONTACTS),
                List.of(),
                Priority.HIGH,
                plain.retry(),
                false,
                false,
                plain.concurrency(),
                new RestMapping(
                        Optional.empty(),
                        Optional.of(new RestMapping.Request("PUT", "/{id}")),
                        Optional.empty(),
                        Map.of(),
                        Set.of(headers),
                        false));
    }

    private void change() {
        desk.get(EntityService.class)
                .save(
                        new Edit.Create(
                                CONTACTS,
                                Patch.of(
                                        Map.of(
                                                new FieldName("name"),
                                                Optional.of(new FieldValue.Text("Anna"))))),
                        Author.of(TransferDesk.USER, Origin.API));
    }

    private Map<String, String> awaitSent() {
        return await().until(sent::peek, found -> found != null);
    }
}
