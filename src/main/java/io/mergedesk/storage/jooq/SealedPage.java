package io.mergedesk.storage.jooq;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.SealedRow;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;

/// Reads a stretch of a chain by plain JDBC: a record for each row would cost more than hashing it.
///
/// Rows come first, then what is known of erased ones: the other way round, an erasing in between
/// would look like a modified row.
final class SealedPage {

    private static final byte[] UNREADABLE = new byte[0];

    private final ChainName chain;
    private final ErasedRows erased;

    /// A row before it is known whether its values were erased.
    ///
    /// @param erasable the salted hash of the values as they are stored
    /// @param content the hash of all, by the hash of the values
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(
            Sequence place,
            byte[] hash,
            byte[] erasable,
            UnaryOperator<byte[]> content,
            Optional<EntityId> entity,
            Optional<Revision> revision) {}

    /// Reads one row of a result.
    @FunctionalInterface
    interface Reader {
        Stored read(ResultSet row) throws SQLException;
    }

    SealedPage(ChainName chain, ErasedRows erased) {
        this.chain = chain;
        this.erased = erased;
    }

    List<SealedRow> read(ResultQuery<?> query, Reader reader) {
        var stored = stored(query, reader);
        if (stored.isEmpty()) {
            return List.of();
        }
        var gone =
                erased.between(
                        chain,
                        stored.getFirst().place().number(),
                        stored.getLast().place().number());
        var rows = new ArrayList<SealedRow>(stored.size());
        for (var row : stored) {
            var values = ErasedRows.committed(row.erasable(), gone.get(row.place().number()));
            rows.add(
                    new SealedRow(
                            row.place(),
                            content(row, values),
                            row.hash(),
                            row.entity(),
                            row.revision()));
        }
        return rows;
    }

    private static List<Stored> stored(ResultQuery<?> query, Reader reader) {
        var rows = new ArrayList<Stored>();
        try (var result = query.fetchResultSet()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new DataAccessException("the chain could not be read", e);
        }
    }

    /// Values that no longer make sense have no content, which follows from nothing.
    private static byte[] content(Stored row, byte[] values) {
        try {
            return row.content().apply(values);
        } catch (RuntimeException _) {
            return UNREADABLE;
        }
    }
}
