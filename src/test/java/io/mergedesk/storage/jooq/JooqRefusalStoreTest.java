package io.mergedesk.storage.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.sync.RefusalStore;
import io.mergedesk.sync.RefusalStoreContract;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class JooqRefusalStoreTest implements RefusalStoreContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final JooqRefusalStore store = new JooqRefusalStore(database.jooq());

    @Override
    public RefusalStore store() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    @Test
    void goes_with_the_entity_that_it_is_about() {
        var about = keep(RefusalStoreContract.refusal(1, SHOP, "m1", "{\"name\":\"Anna\"}"));
        var other = keep(RefusalStoreContract.refusal(2, SHOP, "m2", "{\"name\":\"Ben\"}"));
        var entity = about.about().orElseThrow().entity();

        database.inTransaction(() -> new ErasingDeliveries(database.jooq()).erase(entity));

        assertThat(store.find(about.id()).orElseThrow().body()).isEqualTo("(erased)");
        assertThat(store.find(about.id()).orElseThrow().problem()).isEqualTo("(erased)");
        assertThat(store.find(other.id())).contains(other);
    }
}
