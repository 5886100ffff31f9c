package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.SUE;
import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Origin;
import io.mergedesk.desk.BulkContract;
import io.mergedesk.desk.BulkOutcome;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.ConflictSearchContract;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.FollowingContract;
import io.mergedesk.desk.HandlingContract;
import io.mergedesk.desk.InboxContract;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JooqDeskTest
        implements ConflictSearchContract,
                HandlingContract,
                BulkContract,
                InboxContract,
                FollowingContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final DeskWorld desk = over(database);

    private static DeskWorld over(TransactedDatabase database) {
        var world = new World(JooqWorldTest.stores(database));
        return new DeskWorld(
                world,
                new JooqConflictSearch(database.jooq(), world.types, world.clock),
                new JooqFollowingStore(database.jooq()));
    }

    @Override
    public DeskWorld desk() {
        return desk;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void figures_tell_many_merges_apart_from_what_was_asked() {
        desk.park("phone", "theirs", "mine");
        desk.join();
        multiply(ENTITY, 2_000, Map.of(), "1 = 1");
        multiply(
                CONFLICT,
                20_000,
                Map.of(
                        "entity_id",
                        "unhex(lpad(hex(seq.seq % 2000 + 1), 32, '0'))",
                        "edited_at",
                        "edited_at - interval (seq.seq % 40) day",
                        "settled_at",
                        "settled_at - interval (seq.seq % 40) day"),
                "settled_how = 'automatic'");

        for (var actor : List.of(World.ADMIN, SUE)) {
            var figures =
                    new DeskFigures(
                            database.jooq(),
                            actor,
                            LocalDate.of(2026, 2, 3),
                            LocalDate.of(2026, 3, 4),
                            ZoneOffset.UTC);

            assertThat(figures.read().automatic()).isGreaterThan(10_000);
            assertThat(figures.read().open()).isOne();
        }
    }

    @Test
    void however_many_edits_of_one_record_wait_the_desk_counts_one_without_a_watch() {
        desk.park("phone", "theirs", "mine");
        multiply(NOTICE, 20_000, Map.of(), "kind = 'waiting'");

        assertThat(desk.inbox.unread(SUE)).isOne();
        assertThat(desk.inbox.latest(SUE, Optional.empty(), 30)).hasSize(1);
    }

    /// Copies of one row, with ids counted up and other values where they are named.
    private void multiply(Table<?> table, int times, Map<String, String> other, String which) {
        var columns = Arrays.stream(table.fields()).map(Field::getName).toList();
        var values =
                columns.stream()
                        .map(name ->
                                name.equals("id")
                                        ? "unhex(lpad(hex(seq.seq), 32, '0'))"
                                        : other.getOrDefault(name, "one." + name))
                        .toList();
        database.inTransaction(() ->
                database.jooq()
                        .execute(
                                "INSERT INTO %1$s (%2$s) SELECT %3$s FROM (SELECT * FROM %1$s WHERE %4$s LIMIT 1) one, seq_1_to_%5$d seq"
                                        .formatted(
                                                table.getName(),
                                                String.join(", ", columns),
                                                String.join(", ", values),
                                                which,
                                                times)));
    }

    @Test
    void hundreds_are_settled_and_taken_back_page_by_page() {
        for (int i = 0; i < 250; i++) {
            desk.park("phone", "theirs " + i, "mine " + i);
        }
        var author = Author.of(SUE, Origin.UI);
        var all =
                new BulkRequest(
                        new BulkRequest.Selection.Matching(List.of()),
                        new SettlingRule.Newest(),
                        "");

        var outcome = desk.bulk.run(all, author, BulkWatch.NONE);

        assertThat(outcome).isInstanceOf(BulkOutcome.Applied.class);
        var report = ((BulkOutcome.Applied) outcome).report();
        assertThat(report.counts().settled()).isEqualTo(250);
        assertThat(desk.desk.open(SUE)).isZero();

        var undone = desk.bulk.undo(report.batch().orElseThrow(), author, BulkWatch.NONE);

        assertThat(undone).isEqualTo(new BulkOutcome.Undone(250, 0));
        assertThat(desk.desk.open(SUE)).isEqualTo(250);
    }
}
