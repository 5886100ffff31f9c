package io.mergedesk.storage.jooq;

import java.sql.SQLException;
import java.util.Optional;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;

/// Turns what MariaDB says of concurrent transactions into the exceptions that the write path
/// retries on.
///
/// 1020 record changed since last read, 1205 lock wait timeout, 1213 deadlock; 1062 duplicate key.
/// Spring's own translation leaves 1020 uncategorised, since its SQL state is HY000.
final class ConflictTranslator implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void exception(ExecuteContext context) {
        SQLException cause = context.sqlException();
        if (cause == null) {
            return;
        }
        conflictIn(cause).ifPresent(context::exception);
    }

    /// What the write path retries on; empty when it is something else.
    static Optional<RuntimeException> conflictIn(SQLException cause) {
        return switch (cause.getErrorCode()) {
            case 1020, 1205, 1213 ->
                    Optional.of(
                            new CannotAcquireLockException(
                                    "another transaction was in the way", cause));
            case 1062 -> Optional.of(new DuplicateKeyException("the key is taken", cause));
            default -> Optional.empty();
        };
    }
}
