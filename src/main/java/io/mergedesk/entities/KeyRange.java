package io.mergedesk.entities;

import org.jspecify.annotations.Nullable;

/// Keys of one index, from one key to another; what a filter or a searched word comes down to.
///
/// @param from the first key
/// @param to the key behind the last one; null for no end
/// @param negated whether entities with such a key are left out instead of taken
public record KeyRange(int index, SortKey from, @Nullable SortKey to, boolean negated) {

    /// All entities whose texts have a word that begins so.
    public static KeyRange ofWord(EntityType type, String folded) {
        return startingWith(type.wordsIndex(), SortKey.text(folded));
    }

    /// The keys a filter lets through. Texts compare by their first 96 folded bytes.
    public static KeyRange of(EntityType type, Filter filter) {
        int index = type.indexOf(filter.field());
        var value = filter.value();
        if (value == null) {
            var none = new KeyRange(index, SortKey.EMPTY, SortKey.EMPTY.next(), false);
            return filter.operator() == Filter.Operator.EMPTY ? none : none.not();
        }
        var key = SortKey.of(value);
        return switch (filter.operator()) {
            case EQ -> exactly(index, key);
            case NE -> exactly(index, key).not();
            case LT -> new KeyRange(index, SortKey.EMPTY.next(), key, false);
            case LTE -> new KeyRange(index, SortKey.EMPTY.next(), key.next(), false);
            case GT -> new KeyRange(index, key.next(), null, false);
            case GTE -> new KeyRange(index, key, null, false);
            case STARTS -> startingWith(index, key);
            case EMPTY, PRESENT ->
                    throw new IllegalStateException(filter.operator() + " has no value");
        };
    }

    public boolean contains(SortKey key) {
        return key.compareTo(from) >= 0 && (to == null || key.compareTo(to) < 0);
    }

    private KeyRange not() {
        return new KeyRange(index, from, to, !negated);
    }

    private static KeyRange exactly(int index, SortKey key) {
        return new KeyRange(index, key, key.next(), false);
    }

    private static KeyRange startingWith(int index, SortKey prefix) {
        var end = prefix.afterPrefix();
        return new KeyRange(index, prefix, end.equals(SortKey.EMPTY) ? null : end, false);
    }
}
