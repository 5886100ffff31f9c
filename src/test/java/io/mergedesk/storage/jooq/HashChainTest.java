package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.ChangeHash;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.World;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Recomputes the chain from the rows, as somebody would who does not trust the database.
class HashChainTest {

    private final TransactedDatabase database = new TransactedDatabase();
    private final World world = new World(JooqWorldTest.stores(database));

    @BeforeEach
    void write() {
        var quay = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, quay.id(), 1, "phone", "2", "notes", "Ring twice, “really”.");
        world.create(BEN, "name", "Mole", "tags", "depot; vip");
        world.save(new Edit.Delete(quay.id(), new Revision(2)), ANNA);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void every_hash_follows_from_what_is_stored() {
        var rows = rows();

        var hashes = chain(rows);

        assertThat(rows).hasSize(4);
        for (int i = 0; i < rows.size(); i++) {
            var place = new Sequence(rows.get(i).getSequence());
            assertThat(hashes.get(i)).isEqualTo(world.log.hashAt(place).orElseThrow());
        }
        assertThat(hashes.getLast())
                .isEqualTo(database.jooq().selectFrom(FEED_HEAD).fetchSingle().getHash());
    }

    @Test
    void one_changed_value_breaks_the_chain_from_there_on() {
        var right = chain(rows());
        var rows = rows();
        var changed = rows.get(1);
        changed.setFieldChanges(changed.getFieldChanges().replace("twice", "never"));

        var hashes = chain(rows);

        assertThat(hashes.getFirst()).isEqualTo(right.getFirst());
        for (int i = 1; i < rows.size(); i++) {
            assertThat(hashes.get(i)).as("place " + (i + 1)).isNotEqualTo(right.get(i));
        }
    }

    @Test
    void another_author_breaks_the_chain() {
        var rows = rows();
        rows.getFirst().setAuthor("ben");

        assertThat(chain(rows).getLast()).isNotEqualTo(chain(rows()).getLast());
    }

    @Test
    void a_row_that_is_missing_breaks_the_chain() {
        var right = chain(rows());
        for (int left = 0; left < right.size() - 1; left++) {
            var rows = rows();
            rows.remove(left);

            assertThat(chain(rows).getLast()).isNotEqualTo(right.getLast());
        }
    }

    private List<ChangeLogRecord> rows() {
        return new ArrayList<>(
                database.jooq().selectFrom(CHANGE_LOG).orderBy(CHANGE_LOG.SEQUENCE).fetch());
    }

    private List<byte[]> chain(List<ChangeLogRecord> rows) {
        var reading = new ChangeRows(world.types);
        var hashes = new ArrayList<byte[]>();
        var hash = HashChain.origin();
        for (var row : rows) {
            var change = reading.read(row);
            var content = ChangeHash.content(change, row.getFieldChanges(), row.getSalt());
            hash = HashChain.next(hash, change.sequence(), content);
            hashes.add(hash);
        }
        return hashes;
    }
}
