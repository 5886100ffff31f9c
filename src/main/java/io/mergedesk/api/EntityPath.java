package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;

/// The names in a path. What cannot be a name is the name of nothing: 404.
final class EntityPath {

    private EntityPath() {}

    static EntityId entity(String text) {
        try {
            return EntityId.parse(text);
        } catch (IllegalArgumentException _) {
            throw missing(text).rejected();
        }
    }

    static TypeName type(String text) {
        try {
            return new TypeName(text);
        } catch (IllegalArgumentException _) {
            throw missingType(text).rejected();
        }
    }

    static Revision revision(String text) {
        try {
            return new Revision(Long.parseLong(text));
        } catch (IllegalArgumentException _) {
            throw missingRevision(text).rejected();
        }
    }

    static Problem missing(String id) {
        return Problem.notFound("there is no entity '" + id + "', or it is not shared with you");
    }

    static Problem missingType(String name) {
        return Problem.notFound("there is no type '" + name + "'");
    }

    static Problem missingRevision(String number) {
        return Problem.notFound("there is no revision '" + number + "' of this entity");
    }
}
