package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.API_TOKEN;

import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiToken;
import io.mergedesk.security.ApiTokens;
import io.mergedesk.security.TokenHash;
import io.mergedesk.security.TokenId;
import io.mergedesk.storage.jooq.schema.tables.records.ApiTokenRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tokens of programs in MariaDB, as hashes.
@Repository
class JooqPeopleTokens implements ApiTokens {

    private final DSLContext database;

    JooqPeopleTokens(DSLContext database) {
        this.database = database;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ApiToken token, TokenHash hash) {
        database.insertInto(API_TOKEN)
                .set(API_TOKEN.ID, Binary.of(token.id()))
                .set(API_TOKEN.PERSON_ID, token.owner().value())
                .set(API_TOKEN.NAME, token.name())
                .set(API_TOKEN.TOKEN_HASH, hash.bytes())
                .set(API_TOKEN.CREATED_AT, Utc.of(token.createdAt()))
                .execute();
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return database.selectFrom(API_TOKEN)
                .where(API_TOKEN.TOKEN_HASH.eq(hash.bytes()))
                .fetchOptional(JooqPeopleTokens::token);
    }

    @Override
    public List<ApiToken> of(UserId owner) {
        return database.selectFrom(API_TOKEN)
                .where(API_TOKEN.PERSON_ID.eq(owner.value()))
                .orderBy(API_TOKEN.CREATED_AT, API_TOKEN.ID)
                .fetch(JooqPeopleTokens::token);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revoke(UserId owner, TokenId id) {
        return database.deleteFrom(API_TOKEN)
                        .where(API_TOKEN.ID.eq(Binary.of(id)))
                        .and(API_TOKEN.PERSON_ID.eq(owner.value()))
                        .execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(TokenId id, Instant at) {
        database.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, Utc.of(at))
                .where(API_TOKEN.ID.eq(Binary.of(id)))
                .execute();
    }

    private static ApiToken token(ApiTokenRecord row) {
        return new ApiToken(
                Binary.tokenId(row.getId()),
                new UserId(row.getPersonId()),
                row.getName(),
                Utc.instant(row.getCreatedAt()),
                Optional.ofNullable(row.getLastUsedAt()).map(Utc::instant));
    }
}
