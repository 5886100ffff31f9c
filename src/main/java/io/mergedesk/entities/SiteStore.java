package io.mergedesk.entities;

import io.mergedesk.common.SiteId;

/// Which site this database belongs to.
public interface SiteStore {

    /// The id of this site; made up and kept at the first call.
    SiteId site();
}
