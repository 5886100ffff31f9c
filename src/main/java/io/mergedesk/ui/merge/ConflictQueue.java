package io.mergedesk.ui.merge;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import java.util.Optional;

/// The list that somebody came from, which knows what comes next in it. Whoever links to a conflict
/// from a list adds to the address what the list shows; it is handed back as it came.
public interface ConflictQueue {

    /// The conflict after that one, or before it; empty at the end of the list.
    ///
    /// @param list the query of the conflict's address
    Optional<ConflictId> from(ConflictId here, boolean forward, QueryParameters list, Actor actor);
}
