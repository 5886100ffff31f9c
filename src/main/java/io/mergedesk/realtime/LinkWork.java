package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import io.mergedesk.sync.SecretBox;
import java.io.IOException;
import java.time.Instant;
import org.springframework.transaction.support.TransactionOperations;

/// What running a link takes: its row, its token, the way out, and who listens.
record LinkWork(
        LinkStore store,
        TransactionOperations transactions,
        SecretBox box,
        LinkTransport transport,
        LinkListener listener,
        NodeId node) {

    boolean claim(LinkId link, Instant now, Instant until) {
        return Boolean.TRUE.equals(transactions.execute(_ -> store.claim(link, node, now, until)));
    }

    void release(LinkId link) {
        transactions.executeWithoutResult(_ -> store.release(link, node));
    }

    boolean advance(LinkId link, Sequence place) {
        return Boolean.TRUE.equals(transactions.execute(_ -> store.advance(link, node, place)));
    }

    /// The link as it is stored: another node may have brought it further.
    Link now(Link link) {
        return store.all().stream()
                .filter(one -> one.id().equals(link.id()))
                .findFirst()
                .orElse(link);
    }

    LinkTransport.Connection open(Link link, LinkTransport.Ear ear)
            throws IOException, InterruptedException {
        var token = store.token(link.id()).orElseThrow(() -> new IOException("it was removed"));
        return transport.open(link.gateway(), link.allowPrivate(), box.open(token), ear);
    }

    void take(Link link, LinkEvent event) {
        listener.on(link, event);
    }
}
