package io.mergedesk.transfer;

import io.mergedesk.entities.Edit;
import io.mergedesk.entities.SaveOutcome;
import java.util.List;

/// What is done with the edits of a chunk: written, or only tried.
@FunctionalInterface
interface RowSink {

    /// @return one outcome for each edit, in their order
    List<SaveOutcome> save(List<Edit> edits);
}
