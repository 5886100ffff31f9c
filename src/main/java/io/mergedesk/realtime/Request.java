package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.util.Optional;

/// What a client sends.
sealed interface Request {

    /// @param after the last sequence the client has; empty begins now
    record Subscribe(Interest interest, Optional<Sequence> after) implements Request {}

    record Unsubscribe(String ref) implements Request {}

    record Ping(String ref) implements Request {}

    record Pong(String ref) implements Request {}

    /// Something that cannot be understood.
    ///
    /// @param ref empty where there was none to be found
    record Wrong(String ref, String field, String message) implements Request {}
}
