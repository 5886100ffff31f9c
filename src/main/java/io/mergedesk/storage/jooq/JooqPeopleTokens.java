package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.API_TOKEN;

import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiToken;
import io.mergedesk.security.ApiTokens;
import io.mergedesk.security.TokenHash;
import io.mergedesk.security.TokenId;
import io.mergedesk.storage.jooq.schema.tables.records.ApiTokenRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                .set(API_TOKEN.ID, bytes(token.id()))
                .set(API_TOKEN.PERSON_ID, token.owner().value())
                .set(API_TOKEN.NAME, token.name())
                .set(API_TOKEN.TOKEN_HASH, hash.bytes())
                .set(API_TOKEN.CREATED_AT, utc(token.createdAt()))
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
                        .where(API_TOKEN.ID.eq(bytes(id)))
                        .and(API_TOKEN.PERSON_ID.eq(owner.value()))
                        .execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void used(TokenId id, Instant at) {
        database.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, utc(at))
                .where(API_TOKEN.ID.eq(bytes(id)))
                .execute();
    }

    private static ApiToken token(ApiTokenRecord row) {
        return new ApiToken(
                id(row.getId()),
                new UserId(row.getPersonId()),
                row.getName(),
                row.getCreatedAt().toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getLastUsedAt()).map(at -> at.toInstant(ZoneOffset.UTC)));
    }

    private static TokenId id(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new TokenId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static byte[] bytes(TokenId id) {
        return ByteBuffer.allocate(16)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
