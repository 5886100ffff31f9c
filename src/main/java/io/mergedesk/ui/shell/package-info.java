/// The frame every screen stands in: navigation, header, account menu, connection, drafts, plain
/// words for errors.
@NullMarked
package io.mergedesk.ui.shell;

import org.jspecify.annotations.NullMarked;
