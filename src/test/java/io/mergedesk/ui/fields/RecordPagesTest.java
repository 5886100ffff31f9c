package io.mergedesk.ui.fields;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.SortKey;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordPagesTest {

    private static final Cursor START =
            new Cursor(new SortKey(new byte[] {0}), new EntityId(new UUID(0, 0)));

    private final World world = RecordsWorld.inMemory();
    private final List<Integer> read = new ArrayList<>();
    private Duration slowness = Duration.ZERO;
    private final RecordPages pages =
            new RecordPages(
                    EntityQuery.of(CONTACTS, 60).sortedBy(new FieldName("name"), false),
                    query -> {
                        read.add(query.limit());
                        return world.service.page(query, ANNA);
                    },
                    world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void any_place_is_found_by_walking_from_the_nearest_known_one() {
        thereAre(30);

        assertThat(names(rows(pages, 0, 10))).startsWith("n00").endsWith("n09");
        assertThat(names(rows(pages, 10, 10))).startsWith("n10").endsWith("n19");
        assertThat(read).containsExactly(10, 10);
        assertThat(names(rows(pages, 25, 10))).startsWith("n25").endsWith("n29").hasSize(5);
        assertThat(read).containsExactly(10, 10, 5, 10);
    }

    @Test
    void going_back_reads_no_more_than_the_page() {
        thereAre(30);
        pages.rows(0, 10);
        pages.rows(10, 10);
        read.clear();

        assertThat(names(rows(pages, 10, 10))).startsWith("n10");
        assertThat(read).containsExactly(10);
    }

    @Test
    void behind_the_end_there_is_nothing() {
        thereAre(5);

        assertThat(rows(pages, 0, 10)).hasSize(5);
        assertThat(rows(pages, 10, 10)).isEmpty();
    }

    @Test
    void short_and_empty_pages_are_read_on_until_there_is_enough() {
        thereAre(30);
        var sparse = sparse(7);

        assertThat(names(rows(sparse, 0, 10))).startsWith("n00").endsWith("n09").hasSize(10);
        assertThat(names(rows(sparse, 10, 10))).startsWith("n10").endsWith("n19").hasSize(10);
        assertThat(names(rows(sparse, 25, 10))).startsWith("n25").endsWith("n29").hasSize(5);
        assertThat(sparse.rows(25, 10).complete()).isTrue();
    }

    @Test
    void a_walk_that_takes_too_long_stops_and_goes_on_when_asked_again() {
        thereAre(30);
        slowness = RecordPages.PATIENCE.dividedBy(4).plusMillis(1);
        var sparse = sparse(3);

        var first = sparse.rows(0, 10);
        assertThat(first.complete()).isFalse();
        assertThat(first.rows()).isNotEmpty().hasSizeLessThan(10);

        int asked = 1;
        var now = first;
        while (!now.complete()) {
            now = sparse.rows(0, 10);
            asked++;
            assertThat(asked).isLessThan(20);
        }
        assertThat(names(now.rows())).startsWith("n00").endsWith("n09").hasSize(10);
    }

    @Test
    void a_list_of_empty_pages_alone_does_not_hold_anybody_up() {
        var read = new ArrayList<Integer>();
        var endless =
                new RecordPages(
                        EntityQuery.of(CONTACTS, 60),
                        query -> {
                            read.add(query.limit());
                            return new EntityPage(List.of(), Optional.of(START));
                        },
                        world.clock);

        assertThat(endless.rows(0, 10)).isEqualTo(new RecordPages.Stretch(List.of(), false));
        assertThat(read).hasSizeLessThan(1_000);
    }

    /// Pages as a bounded walk through an index gives them: two of three are empty, and none holds
    /// more than that.
    private RecordPages sparse(int most) {
        var turn = new AtomicInteger();
        return new RecordPages(
                EntityQuery.of(CONTACTS, 60).sortedBy(new FieldName("name"), false),
                query -> {
                    world.clock.turn(slowness);
                    if (turn.incrementAndGet() % 3 != 0) {
                        return new EntityPage(
                                List.of(), query.after().or(() -> Optional.of(START)));
                    }
                    var after = query.after().filter(cursor -> !cursor.equals(START));
                    return world.service.page(
                            query.limitedTo(Math.min(most, query.limit())).startingAfter(after),
                            ANNA);
                },
                world.clock);
    }

    private static List<Entity> rows(RecordPages pages, int from, int count) {
        return pages.rows(from, count).rows();
    }

    private void thereAre(int count) {
        IntStream.range(0, count).forEach(i -> world.create(ANNA, "name", "n%02d".formatted(i)));
    }

    private static List<String> names(List<Entity> rows) {
        return rows.stream().map(row -> World.text(row, "name")).toList();
    }
}
