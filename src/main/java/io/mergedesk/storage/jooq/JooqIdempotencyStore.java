package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.IDEMPOTENCY_KEY;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.IdempotencyStore;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Idempotency keys in MariaDB; merged fields are kept one a line, with the account that changed
/// them.
@Repository
class JooqIdempotencyStore implements IdempotencyStore {

    private final DSLContext sql;

    JooqIdempotencyStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Answer> find(UserId author, String key) {
        return sql.selectFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.AUTHOR.eq(author.value()))
                .and(IDEMPOTENCY_KEY.REQUEST_KEY.eq(key))
                .fetchOptional(row ->
                        new Answer(
                                HexFormat.of().formatHex(row.getRequestHash()),
                                Binary.entityId(row.getEntityId()),
                                new Revision(row.getRevision()),
                                merged(row.getMergedFields()),
                                Optional.ofNullable(row.getConflictId()).map(Binary::conflictId)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UserId author, String key, Answer answer, Instant at) {
        sql.insertInto(IDEMPOTENCY_KEY)
                .set(IDEMPOTENCY_KEY.AUTHOR, author.value())
                .set(IDEMPOTENCY_KEY.REQUEST_KEY, key)
                .set(IDEMPOTENCY_KEY.REQUEST_HASH, HexFormat.of().parseHex(answer.requestHash()))
                .set(IDEMPOTENCY_KEY.OUTCOME, outcome(answer))
                .set(IDEMPOTENCY_KEY.ENTITY_ID, Binary.of(answer.entity()))
                .set(IDEMPOTENCY_KEY.REVISION, answer.revision().number())
                .set(IDEMPOTENCY_KEY.MERGED_FIELDS, lines(answer.merged()))
                .set(IDEMPOTENCY_KEY.CONFLICT_ID, answer.parked().map(Binary::of).orElse(null))
                .set(IDEMPOTENCY_KEY.CREATED_AT, Utc.of(at))
                .execute();
    }

    @Override
    @Transactional
    public int forgetBefore(Instant time) {
        return sql.deleteFrom(IDEMPOTENCY_KEY)
                .where(IDEMPOTENCY_KEY.CREATED_AT.lt(Utc.of(time)))
                .execute();
    }

    private static String outcome(Answer answer) {
        if (answer.parked().isPresent()) {
            return "parked";
        }
        return answer.merged().isEmpty() ? "applied" : "merged";
    }

    private static String lines(SortedMap<FieldName, UserId> merged) {
        return merged.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<FieldName, UserId> merged(String lines) {
        var merged = new TreeMap<FieldName, UserId>();
        lines.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    merged.put(
                            new FieldName(line.substring(0, space)),
                            new UserId(line.substring(space + 1)));
                });
        return merged;
    }
}
