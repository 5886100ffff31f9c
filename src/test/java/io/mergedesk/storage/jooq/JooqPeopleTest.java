package io.mergedesk.storage.jooq;

import io.mergedesk.security.People;
import io.mergedesk.security.PeopleContract;
import java.util.function.Supplier;

class JooqPeopleTest implements PeopleContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final JooqPeople store = new JooqPeople(database.jooq());

    @Override
    public People people() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
