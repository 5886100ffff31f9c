/// The desk: lists of conflicts, rules for many of them, and the bell.
@NullMarked
package io.mergedesk.ui.desk;

import org.jspecify.annotations.NullMarked;
