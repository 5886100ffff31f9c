package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The values of an entity, sorted by name, never changed: two arrays instead of a tree and a
/// wrapper, as every entity that is read, merged or written goes through here.
@SuppressWarnings("JdkObsolete") // what FieldValues and its callers ask for is a SortedMap
final class SortedFields extends AbstractMap<FieldName, FieldValue>
        implements SortedMap<FieldName, FieldValue> {

    private final FieldName[] names;
    private final FieldValue[] values;

    private SortedFields(FieldName[] names, FieldValue[] values) {
        this.names = names;
        this.values = values;
    }

    static SortedFields copyOf(SortedMap<FieldName, ? extends FieldValue> map) {
        if (map instanceof SortedFields sorted) {
            return sorted;
        }
        var sorted =
                map.comparator() == null
                        ? map
                        : new TreeMap<FieldName, FieldValue>(
                                (Map<FieldName, ? extends FieldValue>) map);
        return new SortedFields(
                sorted.keySet().toArray(new FieldName[0]),
                sorted.values().toArray(new FieldValue[0]));
    }

    /// Names and values at the same places; where a name comes twice, its last value counts.
    static SortedFields of(List<FieldName> names, List<FieldValue> values) {
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
                var sorted = new TreeMap<FieldName, FieldValue>();
                for (int at = 0; at < names.size(); at++) {
                    sorted.put(names.get(at), values.get(at));
                }
                return copyOf(sorted);
            }
        }
        return new SortedFields(names.toArray(new FieldName[0]), values.toArray(new FieldValue[0]));
    }

    /// These with what the patch sets and without what it clears.
    SortedFields with(SortedMap<FieldName, Optional<FieldValue>> patch) {
        var allNames = new ArrayList<FieldName>(names.length + patch.size());
        var allValues = new ArrayList<FieldValue>(names.length + patch.size());
        int at = 0;
        for (var entry : patch.entrySet()) {
            var name = entry.getKey();
            for (; at < names.length && names[at].compareTo(name) < 0; at++) {
                allNames.add(names[at]);
                allValues.add(values[at]);
            }
            if (at < names.length && names[at].equals(name)) {
                at++;
            }
            if (entry.getValue().isPresent()) {
                allNames.add(name);
                allValues.add(entry.getValue().get());
            }
        }
        for (; at < names.length; at++) {
            allNames.add(names[at]);
            allValues.add(values[at]);
        }
        return new SortedFields(
                allNames.toArray(new FieldName[0]), allValues.toArray(new FieldValue[0]));
    }

    FieldName name(int at) {
        return names[at];
    }

    FieldValue value(int at) {
        return values[at];
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public @Nullable FieldValue get(@Nullable Object key) {
        int at = key instanceof FieldName name ? Arrays.binarySearch(names, name) : -1;
        return at < 0 ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public void forEach(BiConsumer<? super FieldName, ? super FieldValue> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Map.Entry<FieldName, FieldValue>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<FieldName, FieldValue>> {

        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<FieldName, FieldValue>> iterator() {
            return new Iterator<>() {
                private int at;

                @Override
                public boolean hasNext() {
                    return at < names.length;
                }

                @Override
                public Map.Entry<FieldName, FieldValue> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(names[at], values[at++]);
                }
            };
        }
    }

    @Override
    public @Nullable Comparator<? super FieldName> comparator() {
        return null;
    }

    @Override
    public FieldName firstKey() {
        return key(0);
    }

    @Override
    public FieldName lastKey() {
        return key(names.length - 1);
    }

    private FieldName key(int at) {
        if (names.length == 0) {
            throw new NoSuchElementException();
        }
        return names[at];
    }

    @Override
    public SortedMap<FieldName, FieldValue> subMap(FieldName from, FieldName to) {
        return copyOf(new TreeMap<>(this).subMap(from, to));
    }

    @Override
    public SortedMap<FieldName, FieldValue> headMap(FieldName to) {
        return copyOf(new TreeMap<>(this).headMap(to));
    }

    @Override
    public SortedMap<FieldName, FieldValue> tailMap(FieldName from) {
        return copyOf(new TreeMap<>(this).tailMap(from));
    }
}
