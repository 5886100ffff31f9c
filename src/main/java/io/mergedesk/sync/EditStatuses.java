package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import java.util.Collection;
import java.util.Map;

/// How edits fared at the targets that are told of them: read from the jobs there are. Jobs that
/// were delivered long ago are cleaned, and then nothing is said any more.
public interface EditStatuses {

    /// For whoever sees the entity.
    ///
    /// @return by revision, those left out that no target is told of
    Map<Revision, EditSync> of(EntityId entity, Collection<Revision> revisions);
}
