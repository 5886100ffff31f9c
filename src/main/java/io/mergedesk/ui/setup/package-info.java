/// The screen that lets the first admin in.
@NullMarked
package io.mergedesk.ui.setup;

import org.jspecify.annotations.NullMarked;
