package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Contest;

/// Who may do what with a conflict.
final class ConflictRights {

    private ConflictRights() {}

    /// Supervisors, and the author of the edit, as long as they see the entity.
    static boolean maySee(Conflict conflict, Entity entity, Actor actor) {
        return actor.maySee(entity.team())
                && (actor.is(Role.SUPERVISOR) || isAuthor(conflict, actor));
    }

    /// Supervisors, and the author of the edit where no policy sends it to the desk.
    static boolean mayResolve(ConflictNow now, Actor actor) {
        return actor.is(Role.SUPERVISOR)
                || (isAuthor(now.conflict(), actor)
                        && now.merge().contests().values().stream()
                                .noneMatch(one -> one.reason() == Contest.Reason.POLICY));
    }

    /// Authors may always let go of their own edit, so that all stays as it is.
    static boolean mayWrite(Settling.Decided decided, Actor actor) {
        var now = decided.now();
        boolean letsGo =
                now.conflict().isOpen()
                        && isAuthor(now.conflict(), actor)
                        && decided.patch().isEmpty()
                        && decided.deleted() == now.current().deleted();
        return letsGo || mayResolve(now, actor);
    }

    private static boolean isAuthor(Conflict conflict, Actor actor) {
        return conflict.edit().by().equals(actor.id());
    }
}
