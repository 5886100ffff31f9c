/// What happened, told by day and by burst, and values with what changed in them: shared by the
/// screens that look back.
@NullMarked
package io.mergedesk.ui.timeline;

import org.jspecify.annotations.NullMarked;
