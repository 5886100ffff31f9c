package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.DRAFT;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.DraftStore;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Drafts in MariaDB; what was typed is one JSON object of texts.
@Repository
class JooqDraftStore implements DraftStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext sql;

    JooqDraftStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Draft> find(UserId author, String key) {
        return sql.selectFrom(DRAFT)
                .where(DRAFT.AUTHOR.eq(author.value()))
                .and(DRAFT.DRAFT_KEY.eq(key))
                .fetchOptional(row ->
                        new Draft(
                                new Revision(row.getBaseRevision()),
                                read(row.getFieldValues()),
                                Utc.instant(row.getUpdatedAt())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UserId author, String key, Draft draft) {
        var row = sql.newRecord(DRAFT);
        row.setAuthor(author.value());
        row.setDraftKey(key);
        row.setBaseRevision(draft.base().number());
        row.setFieldValues(write(draft.typed()));
        row.setUpdatedAt(Utc.of(draft.at()));
        sql.insertInto(DRAFT).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UserId author, String key) {
        sql.deleteFrom(DRAFT)
                .where(DRAFT.AUTHOR.eq(author.value()))
                .and(DRAFT.DRAFT_KEY.eq(key))
                .execute();
    }

    private static String write(SortedMap<FieldName, String> typed) {
        var texts = new TreeMap<String, String>();
        typed.forEach((field, text) -> texts.put(field.value(), text));
        return JSON.writeValueAsString(texts);
    }

    private static SortedMap<FieldName, String> read(String json) {
        var typed = new TreeMap<FieldName, String>();
        JSON.readValue(json, TEXTS).forEach((field, text) -> typed.put(new FieldName(field), text));
        return typed;
    }
}
