package io.mergedesk.storage.jooq;

import io.mergedesk.security.ApiTokens;
import io.mergedesk.security.ApiTokensContract;
import java.util.function.Supplier;

class JooqPeopleTokensTest implements ApiTokensContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final JooqPeopleTokens store = new JooqPeopleTokens(database.jooq());

    @Override
    public ApiTokens tokens() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
