package io.mergedesk.entities;

import io.mergedesk.entities.WriteCall.RequestKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lets calls that come in while others are being written go into the next transaction together.
///
/// They share the lock of the feed's head and one flush to disk, which is what a busy database
/// commits by itself too (group commit), one level further up. Whoever calls writes for all who
/// wait; nobody waits for company. Where a transaction of many fails, each call is made alone, so
/// that no call fails because of another.
final class GroupCommit {

    /// How many transactions of one call or more are on their way at once.
    private static final int TURNS = 2;

    private static final int MOST = 64;

    private final Function<List<WriteCall>, List<List<SaveOutcome>>> write;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private int free = TURNS;

    /// @param called answered by another, or the next to write
    private record Waiting(
            WriteCall call,
            CompletableFuture<@Nullable Void> called,
            CompletableFuture<List<SaveOutcome>> outcome) {

        static Waiting with(WriteCall call) {
            return new Waiting(call, new CompletableFuture<>(), new CompletableFuture<>());
        }

        void answer(List<SaveOutcome> outcomes) {
            outcome.complete(outcomes);
            called.complete(null);
        }

        void fail(Throwable problem) {
            outcome.completeExceptionally(problem);
            called.complete(null);
        }
    }

    /// @param write one transaction; answers each call in its place
    GroupCommit(Function<List<WriteCall>, List<List<SaveOutcome>>> write) {
        this.write = write;
    }

    /// @throws RuntimeException what the transaction of this call threw
    List<SaveOutcome> write(WriteCall call) {
        var mine = Waiting.with(call);
        if (!isMyTurn(mine)) {
            mine.called().join();
        }
        if (!mine.outcome().isDone()) {
            try {
                write(withThoseWhoWait(mine));
            } finally {
                passOn();
            }
        }
        return outcomeOf(mine);
    }

    private synchronized boolean isMyTurn(Waiting mine) {
        if (free == 0) {
            queue.add(mine);
            return false;
        }
        free--;
        return true;
    }

    private synchronized void passOn() {
        var next = queue.poll();
        if (next == null) {
            free++;
        } else {
            next.called().complete(null);
        }
    }

    /// Never two that are the same request: the second shall find the first one's answer.
    private synchronized List<Waiting> withThoseWhoWait(Waiting first) {
        var group = new ArrayList<Waiting>();
        var keys = new HashSet<RequestKey>();
        for (var one = first; one != null; one = queue.peek()) {
            var key = one.call().key();
            if (group.size() == MOST || (key.isPresent() && !keys.add(key.get()))) {
                break;
            }
            group.add(one);
            queue.remove(one);
        }
        return group;
    }

    private static List<SaveOutcome> outcomeOf(Waiting one) {
        try {
            return one.outcome().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void write(List<Waiting> group) {
        try {
            var outcomes = write.apply(group.stream().map(Waiting::call).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                group.getFirst().fail(e);
            } else {
                group.forEach(one -> write(List.of(one)));
            }
        } catch (Error e) {
            group.forEach(one -> one.fail(e));
            throw e;
        }
    }
}
