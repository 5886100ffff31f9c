package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.security.CurrentActor;
import org.springframework.http.HttpStatus;

/// Paths that are for admins alone.
final class Admins {

    private Admins() {}

    /// @param sentence what others are told, such as "Only admins see to the sync queue."
    /// @throws RejectedRequest with 403 for anybody else
    static Actor require(CurrentActor current, String sentence) {
        var actor = current.require();
        if (!actor.is(Role.ADMIN)) {
            throw Problem.of(HttpStatus.FORBIDDEN, sentence).rejected();
        }
        return actor;
    }
}
