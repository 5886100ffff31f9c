package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.entities.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verification over an empty chain, in which nothing was ever erased.
public final class NothingSealed {

    private NothingSealed() {}

    public static AuditIntegrity integrity(World world, Path home) {
        return new AuditIntegrity(
                List.of(new EmptyChain()),
                new Checkpoints(home, new SiteId("here")),
                new ErasureCheck(new NothingErased(), new NoErasures(), world.trail),
                Optional::empty,
                world.clock);
    }

    private record EmptyChain() implements SealedChain {

        @Override
        public ChainName name() {
            return ChainName.CHANGES;
        }

        @Override
        public ChainEnd end() {
            return new ChainEnd(Link.START, Sequence.START);
        }

        @Override
        public List<SealedRow> after(Sequence place, int limit) {
            return List.of();
        }

        @Override
        public Optional<byte[]> hashAt(Sequence place) {
            return Optional.empty();
        }
    }

    private record NothingErased() implements Eraser {

        @Override
        public void erase(Erasure erasure, EntityId entity) {
            throw new UnsupportedOperationException("expected nothing to be erased");
        }

        @Override
        public Rewritten rewritten(ErasureId erasure) {
            return new Rewritten(0, "");
        }

        @Override
        public Map<ErasureId, Rewritten> rewritten() {
            return Map.of();
        }

        @Override
        public Optional<Sequence> firstRewritten(ChainName chain, ErasureId erasure) {
            return Optional.empty();
        }

        @Override
        public Aged aged(Sequence after, Instant before, int limit) {
            return new Aged(Map.of(), after, false);
        }
    }

    private record NoErasures() implements ErasureStore {

        @Override
        public void add(Erasure erasure) {
            throw new UnsupportedOperationException("expected nothing to be erased");
        }

        @Override
        public void finish(Erasure erasure) {
            throw new UnsupportedOperationException("expected nothing to be erased");
        }

        @Override
        public List<Erasure> unfinished() {
            return List.of();
        }

        @Override
        public Optional<Erasure> lastRetention() {
            return Optional.empty();
        }
    }
}
