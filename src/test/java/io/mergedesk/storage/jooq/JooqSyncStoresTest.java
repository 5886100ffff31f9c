package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.sync.JobStore;
import io.mergedesk.sync.JobStoreContract;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.TargetStore;
import io.mergedesk.sync.TargetStoreContract;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.transaction.support.TransactionTemplate;

class JooqSyncStoresTest implements JobStoreContract, TargetStoreContract {

    private static final FieldName NAME = new FieldName("name");

    private final TransferDesk desk = new TransferDesk();

    @BeforeEach
    void define() {
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CONTACTS,
                                "Contacts",
                                "Contact",
                                List.of(FieldDefinition.of(NAME, "Name", FieldKind.TEXT)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Override
    public JobStore store() {
        return desk.get(JobStore.class);
    }

    @Override
    public TargetStore targets() {
        return desk.get(TargetStore.class);
    }

    @Override
    public SyncQueue queue() {
        return desk.get(SyncQueue.class);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(desk.get(TransactionTemplate.class).execute(_ -> work.get()));
    }

    @Override
    public EntityId write() {
        var patch = Patch.of(Map.of(NAME, Optional.of(new FieldValue.Text("Anna"))));
        var outcome =
                desk.get(EntityService.class)
                        .save(
                                new Edit.Create(CONTACTS, patch),
                                Author.of(TransferDesk.USER, Origin.API));
        return ((SaveOutcome.Applied) outcome).entity().id();
    }
}
