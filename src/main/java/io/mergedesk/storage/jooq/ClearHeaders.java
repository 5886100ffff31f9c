package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;

import io.mergedesk.storage.jooq.schema.tables.records.SyncTargetRecord;
import io.mergedesk.sync.HeaderValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Values of headers as earlier versions kept them: readable, in the definitions of targets.
final class ClearHeaders {

    private static final Logger LOG = LoggerFactory.getLogger(ClearHeaders.class);

    private final DSLContext sql;

    ClearHeaders(DSLContext sql) {
        this.sql = sql;
    }

    /// Of targets that were removed they are forgotten.
    void seal(Function<Map<String, String>, byte[]> seal) {
        for (var row : sql.selectFrom(SYNC_TARGET).forUpdate().fetch()) {
            if (JsonMapper.shared().readTree(row.getDefinition()) instanceof ObjectNode definition
                    && definition.path("rest").path("headers") instanceof ObjectNode headers) {
                var clear = takeOut(headers);
                if (!clear.isEmpty()) {
                    write(row, definition, row.getRemovedAt() == null ? seal.apply(clear) : null);
                    clear.forEach((name, value) -> takeOutOfLog(row.getTargetId(), name, value));
                    LOG.info("sealed the values of headers of target {}", row.getTargetId());
                }
            }
        }
    }

    private static Map<String, String> takeOut(ObjectNode headers) {
        var clear = new LinkedHashMap<String, String>();
        for (var one : headers.properties()) {
            if (!one.getValue().asString("").equals(HeaderValues.KEPT)) {
                clear.put(one.getKey(), one.getValue().asString(""));
            }
        }
        clear.keySet().forEach(name -> headers.put(name, HeaderValues.KEPT));
        return clear;
    }

    private void write(SyncTargetRecord row, ObjectNode definition, byte @Nullable [] sealed) {
        sql.update(SYNC_TARGET)
                .set(SYNC_TARGET.DEFINITION, definition.toString())
                .set(SYNC_TARGET.HEADER_VALUES, sealed)
                .where(SYNC_TARGET.TARGET_ID.eq(row.getTargetId()))
                .execute();
    }

    private void takeOutOfLog(int target, String name, String value) {
        var line = "\n" + name + ": ";
        sql.update(SYNC_ATTEMPT)
                .set(
                        SYNC_ATTEMPT.REQUEST,
                        DSL.replace(SYNC_ATTEMPT.REQUEST, line + value + "\n", line + "…\n"))
                .where(SYNC_ATTEMPT.TARGET_ID.eq(target))
                .execute();
    }
}
