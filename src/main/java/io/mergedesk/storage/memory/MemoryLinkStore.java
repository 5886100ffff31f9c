package io.mergedesk.storage.memory;

import io.mergedesk.common.Sequence;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkId;
import io.mergedesk.realtime.LinkStore;
import io.mergedesk.realtime.NodeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Links in memory.
public final class MemoryLinkStore implements LinkStore {

    private record Row(Link link, Optional<NodeId> holder, Instant heldUntil) {

        Row of(Link changed) {
            return new Row(changed, holder, heldUntil);
        }

        Row heldBy(Optional<NodeId> newHolder, Instant until) {
            return new Row(link, newHolder, until);
        }

        boolean isHeldBy(NodeId node) {
            return holder.filter(node::equals).isPresent();
        }
    }

    private final MemoryTransactions transactions;
    private final MemoryTable<UUID, Row> rows;
    private final MemoryTable<UUID, byte[]> tokens;

    public MemoryLinkStore(MemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new MemoryTable<>(transactions, Comparator.<UUID>naturalOrder());
        this.tokens = new MemoryTable<>(transactions, Comparator.<UUID>naturalOrder());
    }

    @Override
    public List<Link> all() {
        return rows.all().values().stream()
                .map(Row::link)
                .sorted(Comparator.comparing(Link::name))
                .toList();
    }

    @Override
    public boolean add(Link link, byte[] token) {
        transactions.require();
        if (all().stream().anyMatch(one -> one.name().equalsIgnoreCase(link.name()))) {
            return false;
        }
        rows.put(link.id().value(), new Row(link, Optional.empty(), Instant.MIN));
        tokens.put(link.id().value(), token.clone());
        return true;
    }

    @Override
    public Optional<byte[]> token(LinkId link) {
        return tokens.find(link.value()).map(byte[]::clone);
    }

    @Override
    public boolean pause(LinkId link, boolean paused) {
        return change(link, _ -> true, row -> row.of(row.link().paused(paused)));
    }

    @Override
    public boolean remove(LinkId link) {
        transactions.require();
        boolean there = rows.find(link.value()).isPresent();
        rows.remove(link.value());
        tokens.remove(link.value());
        return there;
    }

    @Override
    public boolean claim(LinkId link, NodeId node, Instant now, Instant until) {
        return change(
                link,
                row ->
                        !row.link().paused()
                                && (row.holder().isEmpty()
                                        || row.isHeldBy(node)
                                        || !row.heldUntil().isAfter(now)),
                row -> row.heldBy(Optional.of(node), until));
    }

    @Override
    public void release(LinkId link, NodeId node) {
        change(link, row -> row.isHeldBy(node), row -> row.heldBy(Optional.empty(), Instant.MIN));
    }

    @Override
    public boolean advance(LinkId link, NodeId node, Sequence place) {
        return change(link, row -> row.isHeldBy(node), row -> row.of(row.link().at(place)));
    }

    private boolean change(LinkId link, Predicate<Row> fits, UnaryOperator<Row> change) {
        transactions.require();
        var row = rows.find(link.value()).filter(fits);
        row.ifPresent(found -> rows.put(link.value(), change.apply(found)));
        return row.isPresent();
    }
}
