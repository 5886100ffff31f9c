package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_BLOCK;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_INDEX;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.audit.AuditContract;
import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditDesk;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditLog;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditService;
import io.mergedesk.audit.AuditTerms;
import io.mergedesk.audit.ChainName;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.World;
import io.mergedesk.storage.memory.MemoryAuditLog;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JooqAuditTest implements AuditContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final World world = new World(JooqWorldTest.stores(database));
    private final AuditLog log = new JooqAuditLog(database.jooq(), world.types, world.clock);
    private final AuditDesk desk = new AuditDesk(world, log, new JooqAuditVisits(database.jooq()));

    @Override
    public World world() {
        return world;
    }

    @Override
    public AuditService audit() {
        return desk.audit;
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void with_the_index_the_same_is_found_as_by_looking_at_all() {
        writeChanges(2_100);
        note(TrailAction.SIGN_IN);
        assertThat(desk.follower.catchUp()).isEqualTo(2);
        assertThat(log.progress(ChainName.CHANGES).indexed()).isEqualTo(new Sequence(2_047));
        writeChanges(30);

        var plain =
                new AuditDesk(
                        world,
                        new MemoryAuditLog(world.log, world.trail),
                        new JooqAuditVisits(database.jooq()));
        for (var query : queries()) {
            var expected = new ArrayList<AuditItem>();
            AuditContract byLooking = other(plain.audit);
            expected.addAll(byLooking.found(query));

            assertThat(found(query)).as(query.toString()).isEqualTo(expected);
        }
        assertThat(queries()).anySatisfy(query -> assertThat(found(query)).hasSizeGreaterThan(500));
        assertThat(queries()).anySatisfy(query -> assertThat(found(query)).hasSizeBetween(1, 20));
    }

    @Test
    void rare_items_are_found_over_spans_of_many_blocks() {
        int count = 140_000;
        fillTrail(count);
        desk.follower.catchUp();

        var rare = found(AuditQuery.ALL.by(new UserId("rare")));

        assertThat(rare)
                .extracting(item -> item.sequence().number())
                .containsExactly(139_999L, 70_001L, 65_536L, 65_535L, 1_024L, 1_023L, 1L);
        assertThat(found(AuditQuery.ALL.by(new UserId("rare")).saying("needle")))
                .extracting(item -> item.sequence().number())
                .containsExactly(65_535L);
        var from = at(65_530);
        assertThat(found(AuditQuery.ALL.by(new UserId("rare")).since(from).until(at(70_002))))
                .hasSize(3);
        assertThat(page(AuditQuery.ALL.by(new UserId("common")), AuditCursor.NEWEST, 50).items())
                .hasSize(50);
        assertThat(found(AuditQuery.ALL.saying("nobody wrote this"))).isEmpty();
    }

    @Test
    void a_text_of_more_words_than_the_index_takes_is_found_by_each_of_them() {
        var words = new StringBuilder();
        for (int i = 0; i < AuditTerms.MAX_WORDS + 50; i++) {
            words.append("word").append(i).append(' ');
        }
        world.create(ANNA, "name", "Quay", "notes", words.toString());
        writeChanges(1_100);
        assertThat(desk.follower.catchUp()).isEqualTo(1);

        for (int i = 0; i < AuditTerms.MAX_WORDS + 50; i += 9) {
            assertThat(actions(AuditQuery.ALL.saying("word" + i))).containsExactly("created");
        }
    }

    @Test
    void a_crash_in_the_middle_of_a_block_leaves_nothing_of_it() {
        writeChanges(1_100);

        assertThatThrownBy(() ->
                        database.transactions()
                                .executeWithoutResult(_ -> {
                                    log.indexNext(ChainName.CHANGES);
                                    throw new IllegalStateException("power cut");
                                }))
                .hasMessage("power cut");

        assertThat(database.jooq().fetchCount(AUDIT_BLOCK)).isZero();
        assertThat(actions(AuditQuery.ALL.saying("no7"))).contains("created");
        assertThat(desk.follower.catchUp()).isEqualTo(1);
        assertThat(actions(AuditQuery.ALL.saying("no7"))).contains("created");
    }

    @Test
    void words_that_are_erased_leave_the_index_too() {
        world.create(ANNA, "name", "Quay", "notes", "secretword");
        writeChanges(1_100);
        desk.follower.catchUp();
        assertThat(indexed("w:secretword")).isOne();
        var sql = database.jooq();
        database.transactions()
                .executeWithoutResult(_ -> {
                    sql.execute(
                            "UPDATE change_log SET field_changes = '{\"name\":[null,\"Quay\"]}' WHERE sequence = 1");
                    sql.execute(
                            "INSERT INTO erasure VALUES (REPEAT('e', 16), 'person', NULL, '', 'asked', {0}, 'admin', {0}, {0}, 1, 0)",
                            DSL.val(Utc.of(world.clock.instant())));
                    sql.execute(
                            "INSERT INTO erased_row VALUES ('changes', 1, 1, REPEAT('e', 16), REPEAT('a', 32), REPEAT('b', 32))");
                });

        desk.follower.catchUp();

        assertThat(indexed("w:secretword")).isZero();
        assertThat(actions(AuditQuery.ALL.saying("quay"))).containsExactly("created");
        assertThat(found(AuditQuery.ALL.by(BEN.id()))).hasSize(550);
    }

    private int indexed(String term) {
        return database.jooq().fetchCount(AUDIT_INDEX, AUDIT_INDEX.TERM.eq(term.getBytes(UTF_8)));
    }

    @Test
    void the_index_can_be_made_anew() {
        writeChanges(1_100);
        desk.follower.catchUp();
        var before = found(AuditQuery.ALL.by(BEN.id()));

        desk.follower.rebuild();

        assertThat(found(AuditQuery.ALL.by(BEN.id()))).isEqualTo(before).isNotEmpty();
        assertThat(log.progress(ChainName.CHANGES).indexed()).isEqualTo(new Sequence(1_023));
    }

    @Test
    void two_who_index_at_once_make_one_index() throws Exception {
        writeChanges(3_200);
        var other = new AuditDesk(world, log, new JooqAuditVisits(database.jooq()));
        var second = Thread.ofPlatform().start(() -> catchUpSomehow(other));
        catchUpSomehow(desk);
        second.join();

        desk.follower.catchUp();

        assertThat(database.jooq().fetchCount(AUDIT_BLOCK)).isEqualTo(3);
        assertThat(found(AuditQuery.ALL.by(ANNA.id())))
                .extracting(AuditItem::sequence)
                .doesNotHaveDuplicates();
    }

    private static void catchUpSomehow(AuditDesk desk) {
        try {
            desk.follower.catchUp();
        } catch (RuntimeException _) {
            // the other was the first with this block: that is what the test is about
        }
    }

    private List<AuditQuery> queries() {
        var begun = world.clock.instant().minus(Duration.ofHours(1));
        return List.of(
                AuditQuery.ALL.by(ANNA.id()),
                AuditQuery.ALL.by(BEN.id()).comingBy(Origin.IMPORT),
                AuditQuery.ALL.changing(new FieldName("phone")),
                AuditQuery.ALL.saying("no13"),
                AuditQuery.ALL.saying("no1 odd"),
                AuditQuery.ALL.saying("o"),
                AuditQuery.ALL.by(ANNA.id()).saying("odd"),
                AuditQuery.ALL.by(ANNA.id()).changing(new FieldName("credit")),
                AuditQuery.ALL.doing(new AuditAction("updated")),
                AuditQuery.ALL.doing(new AuditAction("sign-in")),
                AuditQuery.ALL.since(begun),
                AuditQuery.ALL.until(begun),
                AuditQuery.ALL.until(begun).saying("no2"),
                AuditQuery.ALL.since(begun).until(begun.plus(Duration.ofMinutes(5))),
                AuditQuery.ALL.onlyConflicts());
    }

    /// Anna writes the even ones, Ben imports the odd ones.
    private void writeChanges(int count) {
        int already = Math.toIntExact(world.log.head().number());
        for (int start = 0; start < count; start += 100) {
            world.clock.turn(Duration.ofMinutes(5));
            var hand = new ArrayList<Edit>();
            var file = new ArrayList<Edit>();
            for (int i = start; i < Math.min(start + 100, count); i++) {
                int number = already + i;
                var odd = number % 2 == 1;
                var patch =
                        odd
                                ? world.patch("name", "no" + number, "notes", "odd")
                                : world.patch("name", "no" + number, "phone", "1" + number);
                (odd ? file : hand).add(new Edit.Create(World.CONTACTS, patch));
            }
            world.service.saveAll(hand, Author.of(ANNA, Origin.UI));
            world.service.saveAll(file, Author.of(BEN, Origin.IMPORT));
        }
    }

    /// One entry a second, straight into the table.
    private void fillTrail(int count) {
        var rare = List.of(1, 1_023, 1_024, 65_535, 65_536, 70_001, 139_999);
        var sql = database.jooq();
        database.transactions()
                .executeWithoutResult(_ -> {
                    sql.deleteFrom(TRAIL_ENTRY).execute();
                    for (int start = 1; start <= count; start += 5_000) {
                        var rows =
                                IntStream.range(start, Math.min(start + 5_000, count + 1))
                                        .mapToObj(i -> {
                                            var by = rare.contains(i) ? "rare" : "common";
                                            var entry =
                                                    TrailEntry.of(
                                                                    TrailAction.SIGN_IN,
                                                                    new UserId(by),
                                                                    at(i))
                                                            .with(
                                                                    "note",
                                                                    i == 65_535 ? "needle" : "hay");
                                            var row =
                                                    TrailRows.write(
                                                            entry,
                                                            entry.details().toJson(),
                                                            new byte[16]);
                                            row.setSequence((long) i);
                                            row.setHash(new byte[32]);
                                            return row;
                                        })
                                        .toList();
                        sql.insertInto(TRAIL_ENTRY, TRAIL_ENTRY.fields())
                                .valuesOfRecords(rows)
                                .execute();
                    }
                    sql.update(TRAIL_HEAD).set(TRAIL_HEAD.SEQUENCE, (long) count).execute();
                });
    }

    private static Instant at(int second) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second);
    }

    private AuditContract other(AuditService service) {
        return new AuditContract() {
            @Override
            public World world() {
                return world;
            }

            @Override
            public AuditService audit() {
                return service;
            }
        };
    }
}
