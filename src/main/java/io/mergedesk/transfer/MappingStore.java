package io.mergedesk.transfer;

import io.mergedesk.common.TypeName;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where mappings of imports are kept: the last one for each type and each row of headers.
public interface MappingStore {

    /// @param columns stands for the headers, in their order
    Optional<Mapping> find(TypeName type, UUID columns);

    /// Adds or replaces. Joins the caller's transaction.
    void put(TypeName type, UUID columns, Mapping mapping, Instant usedAt);
}
