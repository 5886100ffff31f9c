package io.mergedesk.storage.memory;

import io.mergedesk.security.ApiTokens;
import io.mergedesk.security.ApiTokensContract;
import java.util.function.Supplier;

class MemoryPeopleTokensTest implements ApiTokensContract {

    private final MemoryPeopleTokens store = new MemoryPeopleTokens();

    @Override
    public ApiTokens tokens() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
