/// Mergedesk: shared records that never lose an edit.
@NullMarked
package io.mergedesk;

import org.jspecify.annotations.NullMarked;
