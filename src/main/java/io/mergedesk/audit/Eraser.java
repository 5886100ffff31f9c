package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Rewrites what is stored, as the owner of the tables, so that values are gone and the chains
/// still follow. In transactions of its own, each of bounded size; what was interrupted is done by
/// doing all of it again.
public interface Eraser {

    /// Erases the values of an entity that had ceased to be in force before the erasing's moment;
    /// for a person also those of a deleted entity, its entries in the trail, its conflicts with
    /// their notes and reasons, and its drafts.
    void erase(Erasure erasure, EntityId entity);

    /// What an erasing has rewritten so far.
    Rewritten rewritten(ErasureId erasure);

    /// What each erasing has rewritten, also those that nobody noted.
    Map<ErasureId, Rewritten> rewritten();

    /// The first row of a chain that an erasing has rewritten.
    Optional<Sequence> firstRewritten(ChainName chain, ErasureId erasure);

    /// Whose history has changes after that place and before that moment.
    Aged aged(Sequence after, Instant before, int limit);

    /// @param rows how many rows
    /// @param digest SHA-256 over each row's chain, place, and hashes before and after; 64
    ///   hexadecimal digits
    record Rewritten(long rows, String digest) {}

    /// @param entities each with its type
    /// @param reached the last place that was looked at
    /// @param more whether there may be more behind it
    record Aged(Map<EntityId, TypeName> entities, Sequence reached, boolean more) {
        public Aged {
            entities = Map.copyOf(entities);
        }
    }
}
