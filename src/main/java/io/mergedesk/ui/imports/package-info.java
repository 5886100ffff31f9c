/// The screen that imports files: upload, columns, check, import; and what was imported before.
@NullMarked
package io.mergedesk.ui.imports;

import org.jspecify.annotations.NullMarked;
