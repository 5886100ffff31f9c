package io.mergedesk.entities;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.events.EventName;
import java.time.InstantSource;
import java.util.Optional;

/// Makes the next revision of an entity, and the change that leads to it: a new dot of this site, a
/// later hybrid time.
final class NextRevision {

    private final SiteId site;
    private final InstantSource clock;
    private final EntityIds ids;

    NextRevision(SiteId site, InstantSource clock, EntityIds ids) {
        this.site = site;
        this.clock = clock;
        this.ids = ids;
    }

    EntityWrite created(EntityType type, Patch values, Author author) {
        var version = bump(Version.NONE);
        var entity =
                new Entity(
                        ids.next(),
                        type.name(),
                        version,
                        values.applyTo(FieldValues.NONE),
                        EntityStatus.SYNCED,
                        false,
                        version.time().instant(),
                        author.actor().id(),
                        author.actor().id());
        return write(
                type, Optional.empty(), entity, EventName.ENTITY_CREATED, Revision.NONE, author);
    }

    EntityWrite updated(EntityType type, Entity before, Patch patch, Revision base, Author author) {
        return joined(type, before, patch, false, base, author);
    }

    EntityWrite deleted(EntityType type, Entity before, Author author) {
        return joined(type, before, Patch.NONE, true, before.revision(), author);
    }

    EntityWrite restored(EntityType type, Entity before, Author author) {
        return joined(
                type, before, Patch.NONE, false, before.revision(), author.by(Origin.RESTORE));
    }

    /// What came of joining edits, of which one may have deleted the entity or brought it back.
    EntityWrite joined(
            EntityType type,
            Entity before,
            Patch patch,
            boolean deleted,
            Revision base,
            Author author) {
        var after = after(before, patch.applyTo(before.values()), deleted, author);
        var event = deleted ? EventName.ENTITY_DELETED : EventName.ENTITY_UPDATED;
        return write(type, Optional.of(before), after, event, base, author);
    }

    /// When an edit on top of this version is made.
    HybridTime timeAfter(Version version) {
        return HybridTime.after(version.time(), clock.instant());
    }

    private Entity after(Entity before, FieldValues values, boolean deleted, Author author) {
        return new Entity(
                before.id(),
                before.type(),
                bump(before.version()),
                values,
                before.status(),
                deleted,
                before.createdAt(),
                before.createdBy(),
                author.actor().id());
    }

    private Version bump(Version version) {
        return new Version(
                version.revision().next(), version.vector().bump(site), timeAfter(version));
    }

    private static EntityWrite write(
            EntityType type,
            Optional<Entity> before,
            Entity after,
            EventName event,
            Revision base,
            Author author) {
        var change =
                new Change(
                        Sequence.START,
                        event,
                        after.id(),
                        after.type(),
                        base,
                        after.revision(),
                        author.actor().id(),
                        after.version().time(),
                        author.origin(),
                        after.version().vector(),
                        before.map(entity -> Diff.between(entity.values(), after.values()))
                                .orElseGet(() -> Diff.between(FieldValues.NONE, after.values())),
                        author.batch());
        return new EntityWrite(type, before, after, change);
    }
}
