package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.util.List;
import java.util.Optional;

/// What verifying a chain found; everything but [Intact] names the first bad place.
public sealed interface Integrity {

    /// Every row is what was committed, in its place, up to the head.
    record Intact(Link head) implements Integrity {}

    /// A row does not hold what was committed.
    ///
    /// @param entity what the row is about, as it now says
    record Modified(Sequence place, Optional<EntityId> entity, Optional<Revision> revision)
            implements Integrity {}

    /// Rows are not there; all gaps, in order, the first hundred of them.
    record Missing(List<Span> places) implements Integrity {
        public Missing {
            places = List.copyOf(places);
        }
    }

    /// Two rows stand in each other's place.
    record Swapped(Sequence place, Sequence other) implements Integrity {}

    /// There is more than one history: another row, head or checkpoint claims the place.
    record Forked(Sequence place, Fork by) implements Integrity {}

    /// The end is gone: the chain was longer.
    ///
    /// @param last the last place that is there
    /// @param expected the place it once reached
    /// @param by who says so
    record Cut(Sequence last, Sequence expected, Witness by) implements Integrity {}

    /// All changes are as they were committed, and a record is not what they lead to.
    ///
    /// @param place the last change of the record
    record Diverged(Sequence place, EntityId entity, Revision revision) implements Integrity {}

    /// What claims a place besides the row that has it.
    enum Fork {
        /// A second row with the same place.
        SAME_PLACE,
        /// The row follows an older one than the one before it.
        SAME_PREVIOUS,
        /// The head row.
        HEAD,
        /// A checkpoint, or an earlier verification.
        WITNESS
    }

    /// What the end of a chain is held against.
    enum Witness {
        HEAD,
        CHECKPOINT,
        EARLIER_VERIFICATION
    }

    default boolean isIntact() {
        return this instanceof Intact;
    }

    /// The word for it in the API: `intact`, `modified`, `missing`, `swapped`, `forked`, `cut`,
    /// `diverged`.
    default String wireName() {
        return switch (this) {
            case Intact _ -> "intact";
            case Modified _ -> "modified";
            case Missing _ -> "missing";
            case Swapped _ -> "swapped";
            case Forked _ -> "forked";
            case Cut _ -> "cut";
            case Diverged _ -> "diverged";
        };
    }

    /// The first place that is not as it was committed; empty when all are.
    default Optional<Sequence> firstBad() {
        return switch (this) {
            case Intact _ -> Optional.empty();
            case Modified(var place, _, _) -> Optional.of(place);
            case Missing(var places) -> Optional.of(places.getFirst().from());
            case Swapped(var place, _) -> Optional.of(place);
            case Forked(var place, _) -> Optional.of(place);
            case Cut(var last, _, _) -> Optional.of(last.next());
            case Diverged(var place, _, _) -> Optional.of(place);
        };
    }
}
