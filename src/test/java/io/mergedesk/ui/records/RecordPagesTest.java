package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordPagesTest {

    private final World world = RecordsWorld.inMemory();
    private final List<Integer> read = new ArrayList<>();
    private final RecordPages pages =
            new RecordPages(
                    EntityQuery.of(CONTACTS, 60).sortedBy(new FieldName("name"), false),
                    query -> {
                        read.add(query.limit());
                        return world.service.page(query, ANNA);
                    });

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void any_place_is_found_by_walking_from_the_nearest_known_one() {
        thereAre(30);

        assertThat(names(pages.rows(0, 10))).startsWith("n00").endsWith("n09");
        assertThat(names(pages.rows(10, 10))).startsWith("n10").endsWith("n19");
        assertThat(read).containsExactly(10, 10);
        assertThat(names(pages.rows(25, 10))).startsWith("n25").endsWith("n29").hasSize(5);
        assertThat(read).containsExactly(10, 10, 5, 10);
    }

    @Test
    void going_back_reads_no_more_than_the_page() {
        thereAre(30);
        pages.rows(0, 10);
        pages.rows(10, 10);
        read.clear();

        assertThat(names(pages.rows(10, 10))).startsWith("n10");
        assertThat(read).containsExactly(10);
    }

    @Test
    void behind_the_end_there_is_nothing() {
        thereAre(5);

        assertThat(pages.rows(0, 10)).hasSize(5);
        assertThat(pages.rows(10, 10)).isEmpty();
    }

    private void thereAre(int count) {
        IntStream.range(0, count).forEach(i -> world.create(ANNA, "name", "n%02d".formatted(i)));
    }

    private static List<String> names(List<Entity> rows) {
        return rows.stream().map(row -> World.text(row, "name")).toList();
    }
}
