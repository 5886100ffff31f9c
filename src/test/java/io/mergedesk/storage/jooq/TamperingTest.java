package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.audit.Integrity;
import io.mergedesk.audit.Integrity.Fork;
import io.mergedesk.audit.Integrity.Witness;
import io.mergedesk.audit.Span;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Entity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody does to the tables behind Mergedesk's back, and how it is told.
class TamperingTest {

    private static final int ROWS = 12;

    @TempDir private Path home;
    private SealedWorld sealed;
    private Entity quay;

    @BeforeEach
    void write() {
        sealed = new SealedWorld(home);
        fill();
    }

    private void fill() {
        quay = sealed.world.create(ANNA, "name", "Quay", "phone", "0");
        for (int i = 1; i < ROWS; i++) {
            sealed.world.update(i % 2 == 0 ? ANNA : BEN, quay.id(), i, "phone", "n" + i);
        }
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void what_was_committed_is_intact_to_the_last_row() {
        var report = sealed.report();

        assertThat(report.integrity()).isInstanceOf(Integrity.Intact.class);
        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.words()).isEqualTo("Every row up to 12 is as it was committed.");
        assertThat(sealed.integrity.state().isIntact()).isTrue();
        assertThat(sealed.integrity.state().rows())
                .as("and the type in the trail")
                .isEqualTo(ROWS + 1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a value      | field_changes = REPLACE(field_changes, 'n4', 'x4')
                    an author    | author = 'mallory'
                    a time       | changed_at = changed_at + INTERVAL 1 DAY
                    a clock      | hybrid_time = hybrid_time + 4096
                    an origin    | origin = 'import'
                    an event     | event = 'deleted'
                    nonsense     | origin = 'nowhere'
                    a base       | base_revision = base_revision - 1
                    a vector     | version_vector = '{}'
                    a batch      | batch_id = entity_id
                    a salt       | salt = REVERSE(salt)
                    a hash       | hash = REVERSE(hash)
                    """)
    void a_changed_column_is_found_at_its_place(String what, String assignment) {
        sealed.execute("UPDATE change_log SET " + assignment + " WHERE sequence = 5");

        var integrity = sealed.report().integrity();

        assertThat(integrity.firstBad()).as(what).contains(new Sequence(5));
        assertThat(integrity).isInstanceOf(Integrity.Modified.class);
    }

    @Test
    void a_modified_row_is_told_with_its_record_and_version() {
        sealed.execute("UPDATE change_log SET author = 'mallory' WHERE sequence = 5");

        var report = sealed.report();

        assertThat(report.words())
                .isEqualTo("Row 5 was modified (record " + quay.id() + ", version 5).");
        assertThat(sealed.integrity.state().state()).isEqualTo("modified");
        assertThat(sealed.integrity.state().words()).isEqualTo(report.words());
    }

    @Test
    void missing_rows_are_all_told() {
        sealed.execute("DELETE FROM change_log WHERE sequence IN (1, 4, 7, 8)");

        var report = sealed.report();

        assertThat(report.integrity())
                .isEqualTo(new Integrity.Missing(List.of(span(1, 1), span(4, 4), span(7, 8))));
        assertThat(report.words()).isEqualTo("Rows are missing: 1, 4, 7–8.");
    }

    @Test
    void a_missing_row_is_found_although_the_later_ones_were_renumbered() {
        sealed.execute("DELETE FROM change_log WHERE sequence IN (4, 5)");
        sealed.execute(
                "UPDATE change_log SET sequence = sequence - 2 WHERE sequence > 5 ORDER BY sequence");
        sealed.execute("UPDATE feed_head SET sequence = sequence - 2");

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Missing(List.of(span(4, 5))));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"4, 5", "2, 11", "1, 12"})
    void swapped_rows_are_told_with_both_places(long one, long other) {
        sealed.execute("UPDATE change_log SET sequence = 99 WHERE sequence = " + one);
        sealed.execute("UPDATE change_log SET sequence = " + one + " WHERE sequence = " + other);
        sealed.execute("UPDATE change_log SET sequence = " + other + " WHERE sequence = 99");

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Swapped(new Sequence(one), new Sequence(other)));
    }

    @Test
    void rows_that_were_swapped_under_their_hashes_are_told_too() {
        sealed.execute("UPDATE change_log SET sequence = 99 WHERE sequence = 4");
        sealed.execute("UPDATE change_log SET sequence = 4 WHERE sequence = 6");
        sealed.execute("UPDATE change_log SET sequence = 6 WHERE sequence = 99");
        sealed.execute(
                """
                UPDATE change_log one JOIN change_log other ON one.sequence + other.sequence = 10
                SET one.hash = other.hash WHERE one.sequence IN (4, 6) AND other.sequence IN (4, 6)
                AND one.sequence <> other.sequence
                """);

        assertThat(sealed.report().integrity().firstBad()).contains(new Sequence(4));
        assertThat(sealed.report().integrity())
                .isInstanceOfAny(Integrity.Swapped.class, Integrity.Modified.class);
    }

    @Test
    void a_second_row_at_one_place_is_a_fork() {
        sealed.close();
        sealed = new SealedWorld(home, new TransactedDatabase());
        fill();
        sealed.execute("ALTER TABLE change_log DROP PRIMARY KEY, ADD INDEX (sequence)");
        sealed.execute(
                """
                INSERT INTO change_log SELECT sequence, UNHEX(REPEAT('ab', 16)), type_id, event, base_revision,
                revision, author, changed_at, hybrid_time, origin, version_vector, field_changes, salt, batch_id,
                hash FROM change_log WHERE sequence = 6
                """);

        var integrity = sealed.report().integrity();

        // which of the two comes first is not said
        assertThat(integrity.firstBad()).contains(new Sequence(6));
        assertThat(integrity).isInstanceOfAny(Integrity.Forked.class, Integrity.Modified.class);
    }

    @Test
    void a_row_that_follows_an_older_one_is_a_fork() {
        rechain(8, 5);

        var report = sealed.report();

        assertThat(report.integrity())
                .isEqualTo(new Integrity.Forked(new Sequence(8), Fork.SAME_PREVIOUS));
        assertThat(report.words())
                .isEqualTo("Row 8 does not follow the row before it, but an older one.");
    }

    @Test
    void a_head_that_tells_another_history_is_a_fork() {
        sealed.execute("UPDATE feed_head SET hash = REVERSE(hash)");

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Forked(new Sequence(ROWS), Fork.HEAD));
    }

    @Test
    void a_head_that_was_set_back_is_a_fork() {
        sealed.execute(
                "UPDATE feed_head SET sequence = 9, hash = (SELECT hash FROM change_log WHERE sequence = 9)");

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Forked(new Sequence(9), Fork.HEAD));
    }

    @Test
    void an_end_that_is_gone_is_told_by_the_head() {
        sealed.execute("DELETE FROM change_log WHERE sequence > 9");

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Cut(new Sequence(9), new Sequence(ROWS), Witness.HEAD));
    }

    @Test
    void an_older_end_is_told_by_the_signed_checkpoint_although_all_of_it_follows() {
        sealed.writer.sign();
        cutWithHead(9);

        var report = sealed.report();

        assertThat(report.integrity())
                .isEqualTo(
                        new Integrity.Cut(new Sequence(9), new Sequence(ROWS), Witness.CHECKPOINT));
        assertThat(report.words())
                .isEqualTo(
                        "The end is missing: row 9 is the last, and a signed checkpoint says 12.");
    }

    @Test
    void another_history_after_a_restored_backup_is_a_fork_where_it_was_signed() {
        sealed.writer.sign();
        cutWithHead(9);
        sealed.execute("UPDATE entity SET revision = 9");
        for (int i = 9; i < 15; i++) {
            sealed.world.update(ANNA, quay.id(), i, "phone", "again " + i);
        }

        assertThat(sealed.report().integrity())
                .isEqualTo(new Integrity.Forked(new Sequence(ROWS), Fork.WITNESS));
    }

    @Test
    void an_admin_begins_anew_after_a_restored_backup() {
        sealed.writer.sign();
        cutWithHead(9);

        assertThat(sealed.writer.anchor("restored the backup of Monday", SealedWorld.ADMIN))
                .isTrue();

        assertThat(sealed.report().integrity().isIntact()).isTrue();
        assertThat(sealed.writer.anchor("me too", ANNA)).isFalse();
    }

    @Test
    void an_end_cut_since_the_last_verification_is_told_by_the_next_one() {
        sealed.report();
        cutWithHead(9);

        assertThat(sealed.newest().integrity())
                .isEqualTo(
                        new Integrity.Cut(
                                new Sequence(9), new Sequence(ROWS), Witness.EARLIER_VERIFICATION));
    }

    @Test
    void the_next_verification_reads_only_what_is_new() {
        sealed.report();
        sealed.world.update(ANNA, quay.id(), ROWS, "phone", "new");

        var report = sealed.newest();

        assertThat(report.integrity().isIntact()).isTrue();
        assertThat(report.rows()).isEqualTo(1);
        assertThat(sealed.integrity.state().rows()).isEqualTo(ROWS + 2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "details = '{}'",
        "author = 'mallory'",
        "action = 'sign-out'",
        "noted_at = noted_at + INTERVAL 1 SECOND",
        "address = '10.0.0.1'"
    })
    void an_entry_of_the_trail_that_was_changed_is_found(String assignment) {
        sealed.execute("UPDATE trail_entry SET " + assignment + " WHERE sequence = 1");

        var report = sealed.trailReport();

        assertThat(report.integrity()).isInstanceOf(Integrity.Modified.class);
        assertThat(report.integrity().firstBad()).contains(new Sequence(1));
        assertThat(sealed.integrity.state().isIntact()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    field_values = REPLACE(field_values, 'n11', 'x11')
                    deleted = TRUE
                    updated_by = 'mallory'
                    version_vector = '{}'
                    revision = 11
                    """)
    void a_record_that_is_not_what_its_changes_lead_to_is_found(String assignment) {
        sealed.world.create(BEN, "name", "Mole");
        assertThat(sealed.deepReport().integrity()).isInstanceOf(Integrity.Intact.class);
        sealed.execute("UPDATE entity SET " + assignment + " WHERE field_values LIKE '%Quay%'");

        var report = sealed.deepReport();

        assertThat(report.integrity())
                .isInstanceOfSatisfying(
                        Integrity.Diverged.class,
                        diverged -> assertThat(diverged.entity()).isEqualTo(quay.id()));
        assertThat(report.words()).contains(quay.id().toString());
    }

    @Test
    void a_shorter_look_does_not_call_good_what_a_longer_one_found_bad() {
        sealed.writer.sign();
        sealed.execute("UPDATE change_log SET author = 'mallory' WHERE sequence = 5");
        sealed.report();

        assertThat(sealed.newest().integrity().firstBad()).contains(new Sequence(5));

        sealed.execute("UPDATE change_log SET author = 'anna' WHERE sequence = 5");
        assertThat(sealed.newest().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void a_record_without_changes_is_found() {
        sealed.execute(
                "INSERT INTO entity SELECT UNHEX(REPEAT('01', 16)), type_id, revision, version_vector,"
                        + " field_values, status, deleted, team, created_at, created_by, updated_at,"
                        + " updated_by, hybrid_time FROM entity");

        assertThat(sealed.deepReport().integrity()).isInstanceOf(Integrity.Diverged.class);
    }

    @Test
    void writers_go_on_while_the_chain_is_verified() throws Exception {
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (int w = 0; w < 4; w++) {
                writers.execute(() -> {
                    var own = sealed.world.create(BEN, "name", "Busy");
                    for (int i = 1; i < 50; i++) {
                        sealed.world.update(BEN, own.id(), i, "phone", "p" + i);
                    }
                });
            }
            writers.shutdown();
            do {
                assertThat(sealed.deepReport().integrity()).isInstanceOf(Integrity.Intact.class);
            } while (!writers.awaitTermination(1, TimeUnit.MILLISECONDS));
        }

        assertThat(sealed.report().rows()).isEqualTo(ROWS + 200);
    }

    private void cutWithHead(long last) {
        sealed.execute("DELETE FROM change_log WHERE sequence > " + last);
        sealed.execute(
                "UPDATE feed_head SET sequence = %d, hash = (SELECT hash FROM change_log WHERE sequence = %d)"
                        .formatted(last, last));
    }

    /// Makes a row follow another than the one before it, as an older node would.
    private void rechain(long place, long previous) {
        var chain = new JooqChangeChain(sealed.database.jooq(), sealed.world.types);
        var row = chain.after(new Sequence(place - 1), 1).getFirst();
        var hash =
                HashChain.next(
                        chain.hashAt(new Sequence(previous)).orElseThrow(),
                        row.place(),
                        row.content());
        sealed.database.inTransaction(() ->
                sealed.database
                        .jooq()
                        .execute("UPDATE change_log SET hash = ? WHERE sequence = ?", hash, place));
    }

    private static Span span(long from, long to) {
        return new Span(new Sequence(from), new Sequence(to));
    }
}
