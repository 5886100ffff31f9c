package io.mergedesk.audit;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Signs where the chains are, when enough was added or enough time has passed.
///
/// Before it signs, it commits a note of its own: only then everything it saw is surely on the
/// database's disk, as others see a commit a moment before it is.
public final class CheckpointWriter {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

    private final List<SealedChain> chains;
    private final Checkpoints checkpoints;
    private final CheckpointNote note;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Pace pace;

    /// How often is signed: after so many rows, or so long after the last time.
    public record Pace(long rows, Duration time) {}

    public CheckpointWriter(
            List<SealedChain> chains,
            Checkpoints checkpoints,
            CheckpointNote note,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock,
            Pace pace) {
        this.chains = List.copyOf(chains);
        this.checkpoints = checkpoints;
        this.note = note;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.pace = pace;
    }

    /// Signs if it is time.
    public synchronized void sign() {
        var damage = checkpoints.damage();
        if (checkpoints.foreign().isPresent()) {
            LOG.warn("nothing is signed into the checkpoints: {}", damage.orElse(""));
            return;
        }
        var links = links();
        long added = 0;
        for (var link : links.entrySet()) {
            long last = checkpoints.last(link.getKey()).map(one -> one.place().number()).orElse(0L);
            long more = link.getValue().place().number() - last;
            if (more < 0) {
                LOG.warn(
                        "nothing is signed: the audit trail ({}) ends at {}, before the last"
                                + " checkpoint at {}",
                        link.getKey().wireName(),
                        link.getValue().place().number(),
                        last);
                return;
            }
            added += more;
        }
        if (added > 0 && (added >= pace.rows() || isLongAgo())) {
            write(links, Optional.empty());
        }
    }

    /// Begins anew where the chains are now: what was signed before no longer counts, such as after
    /// a restored backup.
    ///
    /// @return false when the actor is no admin
    public synchronized boolean anchor(String reason, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return false;
        }
        var entry = TrailEntry.of(TrailAction.CHAIN_ANCHORED, actor.id(), clock.instant());
        transactions.executeWithoutResult(_ -> trail.note(entry.with("reason", reason)));
        write(links(), Optional.of(reason));
        LOG.warn("the signed checkpoints begin anew, because {} said so", actor.id());
        return true;
    }

    private void write(Map<ChainName, Link> links, Optional<String> anchor) {
        var now = clock.instant();
        transactions.executeWithoutResult(_ -> note.write(links, now));
        checkpoints.sign(links, now, anchor);
    }

    private boolean isLongAgo() {
        return checkpoints
                .lastAt()
                .map(last -> !clock.instant().isBefore(last.plus(pace.time())))
                .orElse(true);
    }

    private Map<ChainName, Link> links() {
        var links = new EnumMap<ChainName, Link>(ChainName.class);
        chains.forEach(chain -> links.put(chain.name(), chain.end().head()));
        return links;
    }
}
