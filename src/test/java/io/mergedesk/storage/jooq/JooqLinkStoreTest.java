package io.mergedesk.storage.jooq;

import io.mergedesk.realtime.LinkStore;
import io.mergedesk.realtime.LinkStoreContract;
import java.util.function.Supplier;

class JooqLinkStoreTest implements LinkStoreContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final JooqLinkStore links = new JooqLinkStore(database.jooq());

    @Override
    public LinkStore links() {
        return links;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
