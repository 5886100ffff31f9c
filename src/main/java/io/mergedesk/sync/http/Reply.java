package io.mergedesk.sync.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came of a [Call].
sealed interface Reply {

    Duration took();

    /// Somebody answered.
    ///
    /// @param headers by their names in lower case
    /// @param body its start, see [Call#most()]
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(int status, Map<String, String> headers, byte[] body, Duration took)
            implements Reply {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean isTaken() {
            return status >= 200 && status < 300;
        }
    }

    /// Nobody answered.
    record Silent(String problem, Duration took) implements Reply {}

    /// Nobody was asked, as it may not be.
    record Forbidden(String problem, Duration took) implements Reply {}
}
