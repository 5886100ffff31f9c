package io.mergedesk.storage.memory;

import io.mergedesk.security.People;
import io.mergedesk.security.PeopleContract;
import java.util.function.Supplier;

class MemoryPeopleTest implements PeopleContract {

    private final MemoryPeople store = new MemoryPeople();

    @Override
    public People people() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
