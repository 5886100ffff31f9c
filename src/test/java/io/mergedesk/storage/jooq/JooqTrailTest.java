package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailContract;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailHash;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionOperations;

class JooqTrailTest implements TrailContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final Trail trail = asInTheApplication(new JooqTrail(database.jooq()));

    @Override
    public Trail trail() {
        return trail;
    }

    @Override
    public TransactionOperations transactions() {
        return database.transactions();
    }

    @Test
    void every_hash_follows_from_what_is_stored() {
        for (int i = 0; i < 3; i++) {
            var entry = TrailEntry.of(TrailAction.EXPORTED, ANNA, NOON).with("rows", i);
            database.inTransaction(() -> trail.note(entry.from("192.0.2.7")));
        }

        var hash = HashChain.origin();
        for (var row : database.jooq().selectFrom(TRAIL_ENTRY).orderBy(TRAIL_ENTRY.SEQUENCE)) {
            var entry = TrailRows.read(row);
            var content = TrailHash.content(entry, row.getDetails(), row.getSalt());
            hash = HashChain.next(hash, entry.sequence(), content);
            assertThat(row.getHash()).isEqualTo(hash);
        }

        assertThat(trail.head()).isEqualTo(new Sequence(3));
        assertThat(database.jooq().selectFrom(TRAIL_HEAD).fetchSingle().getHash()).isEqualTo(hash);
    }

    @Test
    void an_address_can_be_erased_and_is_still_covered_by_the_chain() {
        var salt = new byte[16];
        var entry = TrailEntry.of(TrailAction.SIGN_IN, ANNA, NOON).from("192.0.2.7");
        var left = HashChain.saltedHash(TrailHash.erasable(entry, "{}"), salt);

        assertThat(TrailHash.content(entry, left)).isEqualTo(TrailHash.content(entry, "{}", salt));
        assertThat(TrailHash.content(entry.from("192.0.2.8"), "{}", salt))
                .isNotEqualTo(TrailHash.content(entry, "{}", salt));
    }

    private Trail asInTheApplication(JooqTrail plain) {
        var proxy = new ProxyFactory(plain);
        proxy.setInterfaces(Trail.class);
        proxy.addAdvice(
                new TransactionInterceptor(
                        database.manager(), new AnnotationTransactionAttributeSource()));
        return (Trail) proxy.getProxy();
    }
}
