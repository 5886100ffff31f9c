package io.mergedesk.audit;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifies the chains in the background, one verification at a time, and keeps what was found.
public final class AuditIntegrity implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditIntegrity.class);
    private static final int REMEMBERED = 20;

    private final List<SealedChain> chains;
    private final Checkpoints checkpoints;
    private final ErasureCheck erasures;
    private final CurrentEntities entities;
    private final InstantSource clock;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("audit-verification").daemon().factory());
    private final SequencedMap<Long, Verification> verifications = new LinkedHashMap<>();
    private final Map<ChainName, Link> good = new EnumMap<>(ChainName.class);
    private final Map<ChainName, Extent> suspects = new EnumMap<>(ChainName.class);
    private volatile IntegrityState state = IntegrityState.UNCHECKED;
    private long count;

    public AuditIntegrity(
            List<SealedChain> chains,
            Checkpoints checkpoints,
            ErasureCheck erasures,
            CurrentEntities entities,
            InstantSource clock) {
        this.chains = List.copyOf(chains);
        this.checkpoints = checkpoints;
        this.erasures = erasures;
        this.entities = entities;
        this.clock = clock;
    }

    /// What is known now, without verifying anything.
    public IntegrityState state() {
        return state;
    }

    /// What is wrong with the signed checkpoints, in plain words.
    public Optional<String> checkpointDamage() {
        return checkpoints.damage();
    }

    /// Starts a verification for an admin, or joins the one that is under way.
    public VerificationOutcome verify(Extent extent, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new VerificationOutcome.Forbidden();
        }
        if (extent instanceof Extent.FromCheckpoint(var place)
                && checkpoints.linksAt(place).isEmpty()) {
            return new VerificationOutcome.NoSuchCheckpoint();
        }
        return new VerificationOutcome.Started(verify(extent));
    }

    /// One of the last verifications; empty when it is too long ago, or for who is no admin.
    public Optional<Verification> find(long number, Actor actor) {
        synchronized (verifications) {
            return Optional.ofNullable(verifications.get(number)).filter(_ -> actor.is(Role.ADMIN));
        }
    }

    Verification verify(Extent extent) {
        synchronized (verifications) {
            for (var one : verifications.values()) {
                if (one.isRunning() && one.extent().equals(extent)) {
                    return one;
                }
            }
            var started = new Verification(++count, extent, clock.instant());
            verifications.put(started.number(), started);
            if (verifications.size() > REMEMBERED) {
                verifications.pollFirstEntry();
            }
            worker.execute(() -> run(started));
            return started;
        }
    }

    private void run(Verification verification) {
        try {
            var reports = new ArrayList<ChainReport>();
            for (var chain : chains) {
                reports.add(check(chain, verification));
            }
            keep(reports);
            verification.finish(reports);
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                LOG.warn("the audit trail could not be verified: {}", e.getMessage());
            }
            verification.fail(e);
        }
    }

    private ChainReport check(SealedChain chain, Verification verification) {
        long before = verification.rows();
        var extent = extent(chain.name(), verification.extent());
        var start = start(chain.name(), extent);
        var witnesses = checkpoints.witnesses(chain.name());
        var found = new ChainCheck(chain, start, witnesses, verification.progress()).run();
        if (found.isIntact() && coversAll(extent)) {
            found = erasures.firstFalse(chain.name()).orElse(found);
        }
        if (found.isIntact()
                && chain.name() == ChainName.CHANGES
                && extent instanceof Extent.Deep) {
            found = diverged().orElse(found);
        }
        remember(chain.name(), found, extent);
        return new ChainReport(chain.name(), found, verification.rows() - before, clock.instant());
    }

    /// A chain that was found bad is looked at again as thoroughly as then, so that no shorter look
    /// calls it good.
    private Extent extent(ChainName chain, Extent asked) {
        return coversAll(asked) ? asked : suspects.getOrDefault(chain, asked);
    }

    private void remember(ChainName chain, Integrity found, Extent extent) {
        if (found instanceof Integrity.Intact(var head)) {
            good.put(chain, head);
            if (extent.equals(suspects.get(chain)) || extent instanceof Extent.Deep) {
                suspects.remove(chain);
            }
        } else {
            good.remove(chain);
            suspects.put(chain, coversAll(extent) ? extent : new Extent.Whole());
        }
    }

    private static boolean coversAll(Extent extent) {
        return extent instanceof Extent.Whole || extent instanceof Extent.Deep;
    }

    private Optional<Integrity> diverged() {
        return entities.firstDiverged()
                .map(one -> new Integrity.Diverged(one.place(), one.entity(), one.revision()));
    }

    private Link start(ChainName chain, Extent extent) {
        return switch (extent) {
            case Extent.Whole _, Extent.Deep _ -> Link.START;
            case Extent.SinceLast _ ->
                    Optional.ofNullable(good.get(chain))
                            .or(() -> checkpoints.last(chain))
                            .orElse(Link.START);
            case Extent.FromCheckpoint(var place) ->
                    checkpoints.linksAt(place).map(links -> links.get(chain)).orElse(Link.START);
        };
    }

    private void keep(List<ChainReport> reports) {
        for (var report : reports) {
            if (!report.integrity().isIntact()) {
                LOG.warn(
                        "the audit trail ({}) is not intact: {}",
                        report.chain().wireName(),
                        report.words());
            }
        }
        var damage = checkpoints.damage();
        damage.ifPresent(words -> LOG.warn("the signed checkpoints are damaged: {}", words));
        long covered = good.values().stream().mapToLong(link -> link.place().number()).sum();
        var found = IntegrityState.of(reports, covered);
        state = found.isIntact() ? damage.map(found::damaged).orElse(found) : found;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
