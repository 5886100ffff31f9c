/// The screen for the sync queue and its targets.
@NullMarked
package io.mergedesk.ui.sync;

import org.jspecify.annotations.NullMarked;
