package io.mergedesk.transfer;

import io.mergedesk.entities.EntityType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/// Remembers how the columns of a file were mapped, for the next file with the same ones.
final class MappingMemory {

    private final MappingStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    MappingMemory(MappingStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The plan of the last time; empty when there was none for such a file.
    Optional<ImportPlan> recall(ImportPlan suggested, ImportFile file, EntityType type) {
        return store.find(type.name(), columnsOf(file))
                .filter(mapping -> mapping.columns().size() == file.columns().size())
                .map(mapping -> mapping.onto(suggested, file, type));
    }

    void remember(ImportPlan plan, ImportFile file) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.executeWithoutResult(
                _ -> store.put(plan.type(), columnsOf(file), Mapping.of(plan), now));
    }

    private static UUID columnsOf(ImportFile file) {
        var headers =
                file.columns().stream()
                        .map(column -> column.header().strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(headers.getBytes(StandardCharsets.UTF_8));
    }
}
