/// The screen *Audit*: everything that happened, found by any of its marks, and whether the trail
/// is intact.
@NullMarked
package io.mergedesk.ui.audit;

import org.jspecify.annotations.NullMarked;
