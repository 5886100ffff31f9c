package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.IMPORT_MAPPING;

import io.mergedesk.common.TypeName;
import io.mergedesk.transfer.Mapping;
import io.mergedesk.transfer.MappingStore;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Mappings of imports in MariaDB, each as one JSON object.
@Repository
class JooqMappingStore implements MappingStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext sql;

    JooqMappingStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Mapping> find(TypeName type, UUID columns) {
        return sql.selectFrom(IMPORT_MAPPING)
                .where(IMPORT_MAPPING.TYPE_NAME.eq(type.value()))
                .and(IMPORT_MAPPING.COLUMNS_ID.eq(Binary.of(columns)))
                .fetchOptional(row -> JSON.readValue(row.getMapping(), Mapping.class));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(TypeName type, UUID columns, Mapping mapping, Instant usedAt) {
        var row = sql.newRecord(IMPORT_MAPPING);
        row.setTypeName(type.value());
        row.setColumnsId(Binary.of(columns));
        row.setMapping(JSON.writeValueAsString(mapping));
        row.setUsedAt(Utc.of(usedAt));
        sql.insertInto(IMPORT_MAPPING).set(row).onDuplicateKeyUpdate().set(row).execute();
    }
}
