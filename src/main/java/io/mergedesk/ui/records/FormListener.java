package io.mergedesk.ui.records;

import io.mergedesk.common.ConflictId;
import io.mergedesk.entities.Entity;

/// What the page around a form wants to know.
interface FormListener {

    void saved(Entity entity, boolean created);

    void editing(boolean unsaved);

    /// What was typed is kept as a conflict: the way to its decision.
    void parked(Entity current, ConflictId conflict);

    void decide(ConflictId conflict);

    void closed();
}
