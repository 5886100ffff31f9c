package io.mergedesk.storage.memory;

import io.mergedesk.common.UserId;
import io.mergedesk.entities.IdempotencyStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/// Idempotency keys in memory.
public final class MemoryIdempotencyStore implements IdempotencyStore {

    private record Key(UserId author, String key) {}

    private record Kept(Answer answer, Instant at) {}

    private final MemoryTransactions transactions;
    private final MemoryTable<Key, Kept> answers;

    public MemoryIdempotencyStore(MemoryTransactions transactions) {
        this.transactions = transactions;
        this.answers =
                new MemoryTable<>(
                        transactions, Comparator.comparing(Key::author).thenComparing(Key::key));
    }

    @Override
    public Optional<Answer> find(UserId author, String key) {
        return answers.find(new Key(author, key)).map(Kept::answer);
    }

    @Override
    public void add(UserId author, String key, Answer answer, Instant at) {
        if (find(author, key).isPresent()) {
            throw new DuplicateKeyException("the key is taken");
        }
        answers.put(new Key(author, key), new Kept(answer, at));
    }

    @Override
    public int forgetBefore(Instant time) {
        return transactions.execute(_ -> {
            var old =
                    answers.all().entrySet().stream()
                            .filter(entry -> entry.getValue().at().isBefore(time))
                            .toList();
            old.forEach(entry -> answers.remove(entry.getKey()));
            return old.size();
        });
    }
}
