package io.mergedesk.conflicts;

/// Joins an edit with what others did since its author read the entity.
///
/// A field that only one side changed is taken from that side. Both to the same value is no
/// conflict, nor is a value that is only written differently. What both changed differently is
/// decided by the policy of the type and the field, or left to a person as a [Contest].
public final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /// The same wherever it is done: swapping the sides swaps the labels in the answer, nothing
    /// else.
    ///
    /// @param base what both sides have seen
    /// @param theirs what is current now
    /// @param mine what the author wants the entity to be: their patch, applied to the base
    public static Merge merge(Base base, Side theirs, Side mine, MergePolicy policy) {
        return new EntityMerge(base, theirs, mine, policy).run();
    }
}
