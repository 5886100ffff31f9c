package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.Filter;
import io.mergedesk.entities.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Conditions that are each common and seldom meet: no page looks further than its stretch, and all
/// pages together find everything.
class ShortPagesTest {

    private static final int STRETCH = 10;
    private static final int ALL = 55;

    private final World world = world();

    private static World world() {
        var database = new TransactedDatabase();
        var stores = JooqWorldTest.stores(database);
        var plan = new PagePlan(database.jooq(), 3, STRETCH);
        return new World(
                stores.searchedBy(types -> new JooqEntitySearch(database.jooq(), types, plan)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_lies_behind_a_long_stretch_of_others_is_found_on_later_pages() {
        for (int i = 0; i < ALL; i++) {
            world.create(
                    ANNA,
                    "name",
                    "N%02d".formatted(i),
                    "status",
                    i % 2 == 0 ? "active" : "paused",
                    "insured",
                    i % 2 == 1 || i == 44 ? "yes" : "no");
        }
        var query =
                EntityQuery.of(CONTACTS, 5)
                        .where(
                                List.of(
                                        equal("status", new FieldValue.Text("active")),
                                        equal("insured", new FieldValue.YesNo(true))));

        for (var sorted :
                List.of(
                        query.sortedBy(new FieldName("name"), false),
                        query.sortedBy(new FieldName("name"), true),
                        query)) {
            var pages = pages(sorted);

            assertThat(pages).hasSize(ALL / STRETCH + 1);
            assertThat(pages.stream().flatMap(page -> page.items().stream()))
                    .extracting(entity -> World.text(entity, "name"))
                    .containsExactly("N44");
        }
    }

    @Test
    void a_page_that_is_full_goes_on_behind_its_last_entity() {
        for (int i = 0; i < ALL; i++) {
            world.create(ANNA, "name", "N%02d".formatted(i), "status", "active");
        }
        var query =
                EntityQuery.of(CONTACTS, 7)
                        .where(List.of(equal("status", new FieldValue.Text("active"))))
                        .sortedBy(new FieldName("name"), false);

        var found = pages(query).stream().flatMap(page -> page.items().stream()).toList();

        assertThat(found).hasSize(ALL).doesNotHaveDuplicates();
    }

    private List<EntityPage> pages(EntityQuery query) {
        var pages = new ArrayList<EntityPage>();
        var asked = query;
        do {
            pages.add(world.service.page(asked, ANNA));
            asked = query.startingAfter(pages.getLast().next());
        } while (pages.getLast().next().isPresent());
        return pages;
    }

    private static Filter equal(String field, FieldValue value) {
        return new Filter(new FieldName(field), Filter.Operator.EQ, value);
    }
}
