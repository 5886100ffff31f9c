package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.SyncQueueContract;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.support.TransactionTemplate;

class JooqSyncQueueTest implements SyncQueueContract {

    private final TransferDesk desk = new TransferDesk();

    @BeforeEach
    void define() {
        define(CONTACTS);
        define(CONTRACTS);
    }

    private void define(TypeName name) {
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                name,
                                "Some",
                                "One",
                                List.of(
                                        FieldDefinition.of(
                                                new FieldName("name"), "Name", FieldKind.TEXT)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Override
    public SyncQueue queue() {
        return desk.get(SyncQueue.class);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(desk.get(TransactionTemplate.class).execute(_ -> work.get()));
    }
}
