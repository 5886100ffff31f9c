package io.mergedesk.ui.history;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The record whose history is read, with the rights of the person who reads it.
record Subject(
        EntityService entities, TypeService types, Actor actor, EntityId id, EntityType type) {

    private static final int PAGE = 100;

    /// Some changes, and where to go on; empty at the beginning of time.
    record Piece(List<Change> changes, Optional<Revision> next) {}

    Optional<Entity> current() {
        return entities.find(id, actor);
    }

    Optional<Entity> at(Revision revision) {
        return entities.at(id, revision, actor);
    }

    /// The change that made that revision.
    Optional<Change> change(Revision revision) {
        return entities.changesOf(id, revision.next(), 1, actor).stream()
                .filter(change -> change.revision().equals(revision))
                .findFirst();
    }

    List<Change> since(Revision revision) {
        return entities.changesSince(id, revision, actor);
    }

    /// Changes before that revision, newest first; with a field, only those that touch it, as far
    /// as a bounded look back finds them.
    Piece before(Revision before, int wanted, Optional<FieldName> field) {
        var found = new ArrayList<Change>();
        var at = before;
        for (int pages = 0; pages < 10 && found.size() < wanted; pages++) {
            var page = entities.changesOf(id, at, field.isEmpty() ? wanted : PAGE, actor);
            if (page.isEmpty()) {
                return new Piece(found, Optional.empty());
            }
            for (var change : page) {
                if (touches(change, field)) {
                    found.add(change);
                }
                at = change.revision();
                if (found.size() == wanted) {
                    break;
                }
            }
        }
        return new Piece(found, at.number() > 1 ? Optional.of(at) : Optional.empty());
    }

    static boolean touches(Change change, Optional<FieldName> field) {
        return field.isEmpty()
                || change.fields().stream().anyMatch(one -> one.field().equals(field.get()));
    }

    /// What to call another record; one that is not there or not shared has no name.
    String titleOf(EntityId other) {
        return entities.find(other, actor)
                .flatMap(entity -> types.find(entity.type()).map(its -> its.titleOf(entity)))
                .orElse("a record that is not shared with you");
    }
}
