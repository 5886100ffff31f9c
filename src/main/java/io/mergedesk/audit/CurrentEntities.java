package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.util.Optional;

/// The current rows of all entities, held against the changes that led to them.
public interface CurrentEntities {

    /// The first entity that is not what its changes lead to.
    Optional<Diverged> firstDiverged();

    /// @param place the last change of the entity that its row knows of
    record Diverged(Sequence place, EntityId entity, Revision revision) {}
}
