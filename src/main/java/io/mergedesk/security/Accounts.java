package io.mergedesk.security;

import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Reads names that people enter; what is no valid name is nobody's.
final class Accounts {

    private Accounts() {}

    static Optional<UserId> named(String entered) {
        return read(entered, UserId::new);
    }

    static Optional<TeamId> team(String entered) {
        return read(entered, TeamId::new);
    }

    private static <T> Optional<T> read(String entered, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(entered.strip().toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
