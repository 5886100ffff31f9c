package io.mergedesk.entities;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;

/// What somebody wants to do to one entity.
public sealed interface Edit {

    /// Makes a new entity.
    record Create(TypeName type, Patch values) implements Edit {}

    /// Sets and clears fields of the entity that was read at `base`; [Revision#NONE] where its
    /// author knew of none and made the same one elsewhere.
    record Update(EntityId id, Revision base, Patch patch) implements Edit {}

    /// Deletes the entity that was read at `base`; its history stays.
    record Delete(EntityId id, Revision base) implements Edit {}

    /// Brings a deleted entity back as it was.
    record Restore(EntityId id) implements Edit {}
}
