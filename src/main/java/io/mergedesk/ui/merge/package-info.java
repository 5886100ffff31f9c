/// The merge screen: one conflict, decided field by field with both sides in view.
@NullMarked
package io.mergedesk.ui.merge;

import org.jspecify.annotations.NullMarked;
