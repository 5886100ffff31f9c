package io.mergedesk.ui.records;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person is doing to one record while others may change it: what they typed, what they have
/// seen, and what they have still to decide. Knows nothing of screens.
final class Editing {

    /// Typing that arrives so soon after a change was shown was begun before it could be seen.
    private static final Duration UNSEEN = Duration.ofSeconds(5);

    private final InstantSource clock;
    private @Nullable Entity current;
    private final TypedTexts typed;
    private final Map<FieldName, Seen> seen = new TreeMap<>();
    private final SortedMap<FieldName, Theirs> undecided = new TreeMap<>();
    private final Map<FieldName, Fresh> fresh = new TreeMap<>();

    /// What a touched field held, and at which revision, when its author last looked.
    private record Seen(@Nullable FieldValue value, Revision revision) {}

    /// What has just been shown in a field, and what was seen there before.
    private record Fresh(Theirs theirs, Seen before, Instant at) {}

    private Editing(EntityType type, @Nullable Entity current, InstantSource clock) {
        typed = new TypedTexts(type);
        this.clock = clock;
        this.current = current;
    }

    static Editing of(EntityType type, Entity entity, InstantSource clock) {
        return new Editing(type, entity, clock);
    }

    static Editing ofNew(EntityType type, InstantSource clock) {
        return new Editing(type, null, clock);
    }

    Optional<Entity> entity() {
        return Optional.ofNullable(current);
    }

    Revision known() {
        return current == null ? Revision.NONE : current.revision();
    }

    @Nullable FieldValue value(FieldName field) {
        return current == null ? null : current.values().get(field);
    }

    /// The text a field shows: what was typed, or else what is stored.
    String text(FieldName field) {
        var stored = value(field);
        return typed.find(field).orElse(stored == null ? "" : FieldText.write(stored));
    }

    SortedMap<FieldName, String> typed() {
        return typed.byField();
    }

    SortedMap<FieldName, Theirs> undecided() {
        return Collections.unmodifiableSortedMap(undecided);
    }

    boolean isTouched(FieldName field) {
        return typed.has(field);
    }

    /// A person typed that; typing what is stored anyway takes the edit back.
    void type(FieldName field, String text) {
        if (typed.means(field, text, value(field))) {
            forget(field);
        } else {
            var shown = fresh.get(field);
            if (shown != null
                    && !isTouched(field)
                    && clock.instant().isBefore(shown.at().plus(UNSEEN))) {
                seen.put(field, shown.before());
                undecided.put(field, shown.theirs());
            }
            typed.put(field, text);
            seen.putIfAbsent(field, new Seen(value(field), known()));
        }
    }

    /// I have seen what they made of it, and want mine.
    void keepMine(FieldName field) {
        fresh.remove(field);
        undecided.remove(field);
        seen.put(field, new Seen(value(field), known()));
    }

    /// I want what they made of it.
    void takeTheirs(FieldName field) {
        fresh.remove(field);
        forget(field);
    }

    void discard() {
        typed.clear();
        fresh.clear();
        seen.clear();
        undecided.clear();
    }

    private void forget(FieldName field) {
        typed.remove(field);
        seen.remove(field);
        undecided.remove(field);
    }

    /// Mine was written: what is there now is what I have seen.
    void saved(Entity now) {
        discard();
        current = now;
    }

    /// Others went on to `now` through these changes.
    News follow(Entity now, List<Change> changes) {
        var before = current == null ? FieldValues.NONE : current.values();
        var knownBefore = known();
        current = now;
        var updated = new ArrayList<Theirs>();
        for (var change : Diff.between(before, now.values())) {
            if (!isTouched(change.field())) {
                var theirs = Theirs.of(change.field(), change.from(), now, changes);
                updated.add(theirs);
                fresh.put(
                        change.field(),
                        new Fresh(theirs, new Seen(change.from(), knownBefore), clock.instant()));
            }
        }
        var contested = new ArrayList<Theirs>();
        for (var field : typed.fields()) {
            if (typed.means(field, text(field), value(field))) {
                forget(field);
                continue;
            }
            var looked = Objects.requireNonNull(seen.get(field));
            if (Objects.equals(looked.value(), value(field))) {
                undecided.remove(field);
                seen.put(field, new Seen(value(field), now.revision()));
            } else {
                var theirs = Theirs.of(field, looked.value(), now, changes);
                var known = undecided.get(field);
                if (known == null || !Objects.equals(known.value(), theirs.value())) {
                    undecided.put(field, theirs);
                    contested.add(theirs);
                }
            }
        }
        return new News(updated, contested);
    }

    /// The same revision, with another state beside its values.
    void standing(Entity now) {
        current = now;
    }

    /// The revision to save on: the oldest that I have seen any of my fields at. A field that is
    /// not decided holds it back, so that the save cannot overwrite what its author has not
    /// accepted.
    Revision base() {
        return typed.fields().stream()
                .map(field -> Objects.requireNonNull(seen.get(field)).revision())
                .min(Revision::compareTo)
                .orElse(known());
    }

    /// What was typed and cannot be read, with what was expected.
    SortedMap<FieldName, String> problems() {
        return typed.problems();
    }

    /// What is to be set and cleared; only what could be read.
    Patch patch() {
        return typed.patch();
    }
}
