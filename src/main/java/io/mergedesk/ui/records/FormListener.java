package io.mergedesk.ui.records;

import io.mergedesk.entities.Entity;

/// What the page around a form wants to know.
interface FormListener {

    void saved(Entity entity, boolean created);

    void editing(boolean unsaved);

    void closed();
}
