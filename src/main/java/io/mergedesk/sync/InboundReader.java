package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Violation;
import java.util.List;
import java.util.Optional;

/// Reads what other systems send, as programs send it.
@FunctionalInterface
public interface InboundReader {

    /// @param body one JSON object
    /// @param seen what the author is taken to have seen of a record where the body does not say;
    ///   otherwise that is what is there now
    Read read(String body, Optional<Revised> seen, Actor actor);

    /// What was found in it.
    sealed interface Read {

        record Understood(Edit edit) implements Read {}

        /// @param about which record, as far as that could be read
        record Wrong(List<Violation> violations, Optional<Revised> about) implements Read {
            public Wrong {
                violations = List.copyOf(violations);
            }
        }
    }
}
