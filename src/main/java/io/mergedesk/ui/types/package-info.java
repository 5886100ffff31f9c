/// The screen *Types*: which records there are, and which fields they have.
@NullMarked
package io.mergedesk.ui.types;

import org.jspecify.annotations.NullMarked;
