package io.mergedesk.entities;

import io.mergedesk.common.EntityId;

/// Makes ids for new entities.
@FunctionalInterface
public interface EntityIds {

    EntityId next();
}
