package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.desk.Attention;
import java.util.UUID;

/// How much somebody is told of an entity.
///
/// @param attention `follow`, `mute` or `usual`
record FollowingJson(UUID entityId, String attention) {

    static FollowingJson of(EntityId entity, Attention attention) {
        return new FollowingJson(entity.value(), attention.wireName());
    }
}
