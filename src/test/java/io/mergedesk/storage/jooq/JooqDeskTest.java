package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Origin;
import io.mergedesk.desk.BulkContract;
import io.mergedesk.desk.BulkOutcome;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.ConflictSearchContract;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.HandlingContract;
import io.mergedesk.desk.InboxContract;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.World;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JooqDeskTest
        implements ConflictSearchContract, HandlingContract, BulkContract, InboxContract {

    private final DeskWorld desk = over(new TransactedDatabase());

    private static DeskWorld over(TransactedDatabase database) {
        var world = new World(JooqWorldTest.stores(database));
        return new DeskWorld(
                world, new JooqConflictSearch(database.jooq(), world.types, world.clock));
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
