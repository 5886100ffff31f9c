package io.mergedesk.bench;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKey;
import io.mergedesk.entities.IndexKeys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A contact with every row that its next edits write, made before the clock runs.
final class RawContact {

    static final int TURNS = 16;

    /// What one edit writes.
    record Step(String values, String changes, List<IndexKey> gone, List<IndexKey> added) {}

    final byte[] id;
    final int type;
    final String site;
    private final List<Step> steps;
    long revision;

    RawContact(EntityType type, Entity contact, int place) {
        var uuid = contact.id().value();
        this.id =
                ByteBuffer.allocate(16)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array();
        this.type = type.id();
        this.site = contact.version().vector().counts().firstKey().value();
        this.revision = contact.revision().number();
        this.steps = steps(type, contact, place);
    }

    Step step() {
        return steps.get((int) (revision % TURNS));
    }

    private static List<Step> steps(EntityType type, Entity contact, int place) {
        var steps = new ArrayList<Step>();
        for (int turn = 0; turn < TURNS; turn++) {
            var before = with(contact, valuesAt(contact, place, turn + TURNS - 1));
            var after = with(contact, valuesAt(contact, place, turn));
            steps.add(
                    new Step(
                            FieldJson.write(after.values()),
                            FieldJson.writeChanges(Diff.between(before.values(), after.values())),
                            minus(IndexKeys.of(type, before), IndexKeys.of(type, after)),
                            minus(IndexKeys.of(type, after), IndexKeys.of(type, before))));
        }
        return steps;
    }

    private static FieldValues valuesAt(Entity contact, int place, int turn) {
        return Contacts.calling(Contacts.phone(place, turn)).applyTo(contact.values());
    }

    private static Entity with(Entity contact, FieldValues values) {
        return new Entity(
                contact.id(),
                contact.type(),
                contact.version(),
                values,
                contact.status(),
                contact.deleted(),
                contact.createdAt(),
                contact.createdBy(),
                contact.updatedBy());
    }

    private static List<IndexKey> minus(Set<IndexKey> all, Set<IndexKey> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest.stream()
                .sorted(Comparator.comparingInt(IndexKey::index).thenComparing(IndexKey::key))
                .toList();
    }
}
