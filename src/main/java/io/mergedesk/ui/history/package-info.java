/// The screen *History*: who changed what in one record, compared and restored.
@NullMarked
package io.mergedesk.ui.history;

import org.jspecify.annotations.NullMarked;
