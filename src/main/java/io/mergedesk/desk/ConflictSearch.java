package io.mergedesk.desk;

import io.mergedesk.common.Actor;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Finds conflicts, page by page, and counts them.
///
/// Supervisors find those of all entities that they may see; others only those of their own edits.
public interface ConflictSearch {

    ConflictPage page(ConflictQuery query, Actor actor);

    /// How many there are; counts no further than `most`.
    int count(ConflictStatus status, List<Condition> conditions, Actor actor, int most);

    /// What came and went since that day; but for how many wait now, it may lag behind by some
    /// seconds.
    ///
    /// @param offset where a day begins
    Figures figures(LocalDate since, ZoneOffset offset, Actor actor);
}
