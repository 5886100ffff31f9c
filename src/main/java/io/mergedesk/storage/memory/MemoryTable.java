package io.mergedesk.storage.memory;

import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A sorted map whose changes are taken back with their transaction.
final class MemoryTable<K, V> {

    private final MemoryTransactions transactions;
    private final NavigableMap<K, V> rows;

    MemoryTable(MemoryTransactions transactions, Comparator<? super K> order) {
        this.transactions = transactions;
        this.rows = new TreeMap<>(order);
    }

    Optional<V> find(K key) {
        return transactions.read(() -> Optional.ofNullable(rows.get(key)));
    }

    void put(K key, V value) {
        transactions.require();
        restoreOnUndo(key, rows.put(key, value));
    }

    void remove(K key) {
        transactions.require();
        restoreOnUndo(key, rows.remove(key));
    }

    /// What is in it now, in order; a copy.
    NavigableMap<K, V> all() {
        return transactions.read(() -> new TreeMap<>(rows));
    }

    private void restoreOnUndo(K key, @Nullable V before) {
        transactions.undoBy(() -> {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        });
    }
}
