package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// All keys an entity is found under: one for each field (the empty key where it has no value), one
/// for each word.
public final class IndexKeys {

    /// How many different words of one entity are indexed; more than that is a document, not a
    /// record.
    static final int MAX_WORDS = 400;

    private IndexKeys() {}

    /// None for a deleted entity: no list shows it.
    public static Set<IndexKey> of(EntityType type, Entity entity) {
        return of(type, entity, _ -> true);
    }

    /// What two states of one entity are found under, as far as it can differ: keys of fields whose
    /// value is the same in both are left out.
    public static Set<IndexKey> of(EntityType type, Entity entity, Entity other) {
        return entity.deleted() == other.deleted()
                ? of(type, entity, field -> differs(field, entity, other))
                : of(type, entity);
    }

    private static boolean differs(FieldName field, Entity entity, Entity other) {
        return !Objects.equals(entity.values().get(field), other.values().get(field));
    }

    private static Set<IndexKey> of(EntityType type, Entity entity, Predicate<FieldName> isWanted) {
        var keys = new HashSet<IndexKey>();
        if (entity.deleted()) {
            return keys;
        }
        boolean words = false;
        for (var field : type.fields()) {
            if (!isWanted.test(field.name())) {
                continue;
            }
            words |= field.kind().isSearchable();
            if (field.kind() == FieldKind.LONG_TEXT) {
                continue;
            }
            int index = type.indexOf(field.name());
            var value = entity.values().get(field.name());
            for (var key : keysOf(value)) {
                keys.add(new IndexKey(index, key));
            }
        }
        if (words) {
            // a word may stand in several fields, and is gone only when it stands in none
            for (var word : words(type, entity)) {
                keys.add(new IndexKey(type.wordsIndex(), SortKey.text(word)));
            }
        }
        return keys;
    }

    /// Each unique value the entity holds.
    public static Set<UniqueKey> unique(EntityType type, Entity entity) {
        return entity.deleted() ? Set.of() : ofUnique(type, entity.values());
    }

    /// Each unique value among those.
    static Set<UniqueKey> ofUnique(EntityType type, FieldValues values) {
        var keys = new HashSet<UniqueKey>();
        for (var field : type.fields()) {
            if (field.unique()) {
                values.find(field.name())
                        .ifPresent(
                                value -> keys.add(UniqueKey.of(type.indexOf(field.name()), value)));
            }
        }
        return keys;
    }

    private static List<SortKey> keysOf(@org.jspecify.annotations.Nullable FieldValue value) {
        return switch (value) {
            case null -> List.of(SortKey.EMPTY);
            case FieldValue.Choices(var chosen) -> chosen.stream().map(SortKey::text).toList();
            case FieldValue other -> List.of(SortKey.of(other));
        };
    }

    private static Set<String> words(EntityType type, Entity entity) {
        var words = new HashSet<String>();
        for (var field : type.fields()) {
            var value = entity.values().get(field.name());
            if (value == null || !field.kind().isSearchable()) {
                continue;
            }
            for (var word : wordsOf(FieldText.write(value))) {
                if (words.size() == MAX_WORDS) {
                    return words;
                }
                words.add(word);
            }
        }
        return words;
    }

    /// The words of a text, folded: runs of letters and digits, each cut to 40 characters.
    public static List<String> wordsOf(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        SortKey.fold(text)
                .codePoints()
                .forEach(point -> {
                    if (Character.isLetterOrDigit(point)) {
                        if (word.length() < 40) {
                            word.appendCodePoint(point);
                        }
                    } else if (!word.isEmpty()) {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
