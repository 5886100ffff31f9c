package io.mergedesk.storage.memory;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.sync.SealedSecrets;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetState;
import io.mergedesk.sync.TargetStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// Targets in memory. A removed one is kept, for its delivery log, and gives its name free.
public final class MemoryTargetStore implements TargetStore {

    private record Row(Target target, SealedSecrets secrets, boolean removed) {}

    private final MemoryTransactions transactions;
    private final MemorySyncQueue queue;
    private final Supplier<Sequence> head;
    private final MemoryTable<TargetId, Row> rows;

    /// @param head the end of the feed
    public MemoryTargetStore(
            MemoryTransactions transactions, MemorySyncQueue queue, Supplier<Sequence> head) {
        this.transactions = transactions;
        this.queue = queue;
        this.head = head;
        rows = new MemoryTable<>(transactions, Comparator.<TargetId>naturalOrder());
    }

    @Override
    public List<Target> all() {
        return rows.all().values().stream()
                .filter(row -> !row.removed())
                .map(Row::target)
                .sorted(Comparator.comparing(target -> target.definition().name()))
                .toList();
    }

    @Override
    public Optional<Target> find(TargetId target) {
        return rows.find(target).filter(row -> !row.removed()).map(Row::target);
    }

    /// Of one that was removed too.
    Optional<TargetDefinition> definition(TargetId target) {
        return rows.find(target).map(row -> row.target().definition());
    }

    @Override
    public Target add(TargetDefinition definition, SealedSecrets secrets, UserId by, Instant at) {
        transactions.require();
        var all = rows.all();
        var target =
                new Target(
                        new TargetId(all.isEmpty() ? 1 : all.lastKey().number() + 1),
                        definition,
                        TargetState.ACTIVE,
                        Optional.empty(),
                        head.get(),
                        1,
                        at,
                        by);
        requireFreeName(target);
        rows.put(target.id(), new Row(target, secrets, false));
        return target;
    }

    private void requireFreeName(Target wanted) {
        var name = wanted.definition().name();
        for (var one : all()) {
            if (!one.id().equals(wanted.id()) && one.definition().name().equalsIgnoreCase(name)) {
                throw new DuplicateKeyException("there is a target " + name + " already");
            }
        }
    }

    @Override
    public Target replace(Target target) {
        transactions.require();
        requireFreeName(target);
        var row =
                rows.find(target.id())
                        .filter(one -> !one.removed() && one.target().version() == target.version())
                        .orElseThrow(() ->
                                new OptimisticLockingFailureException(
                                        "target "
                                                + target.id()
                                                + " is no longer at version "
                                                + target.version()));
        var next =
                new Target(
                        target.id(),
                        target.definition(),
                        target.state(),
                        target.problem(),
                        target.since(),
                        target.version() + 1,
                        target.createdAt(),
                        target.createdBy());
        rows.put(target.id(), new Row(next, row.secrets(), false));
        queue.prioritise(target.id(), target.definition().priority());
        return next;
    }

    @Override
    public void remove(TargetId target) {
        transactions.require();
        rows.find(target)
                .ifPresent(
                        row -> rows.put(target, new Row(row.target(), SealedSecrets.NONE, true)));
        queue.drop(target);
    }

    @Override
    public SealedSecrets secrets(TargetId target) {
        return rows.find(target).map(Row::secrets).orElse(SealedSecrets.NONE);
    }

    @Override
    public void keep(TargetId target, SealedSecrets secrets) {
        keep(
                target,
                before ->
                        new SealedSecrets(secrets.current(), secrets.previous(), before.headers()));
    }

    @Override
    public void keepHeaders(TargetId target, Optional<byte[]> sealed) {
        keep(target, before -> new SealedSecrets(before.current(), before.previous(), sealed));
    }

    private void keep(TargetId target, Function<SealedSecrets, SealedSecrets> change) {
        transactions.require();
        rows.find(target)
                .ifPresent(row ->
                        rows.put(
                                target,
                                new Row(row.target(), change.apply(row.secrets()), row.removed())));
    }

    /// They were never kept in the clear here.
    @Override
    public void sealHeaders(Function<Map<String, String>, byte[]> seal) {}

    @Override
    public void disable(TargetId target, String problem) {
        transactions.executeWithoutResult(_ ->
                find(target)
                        .filter(Target::isActive)
                        .ifPresent(found ->
                                rows.put(
                                        target,
                                        new Row(
                                                new Target(
                                                        target,
                                                        found.definition(),
                                                        TargetState.DISABLED,
                                                        Optional.of(problem),
                                                        found.since(),
                                                        found.version() + 1,
                                                        found.createdAt(),
                                                        found.createdBy()),
                                                secrets(target),
                                                false))));
    }
}
