/// Values as people read and type them, wherever they are shown: texts in their language, editors
/// by kind.
@NullMarked
package io.mergedesk.ui.fields;

import org.jspecify.annotations.NullMarked;
