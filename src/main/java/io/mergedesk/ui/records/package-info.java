/// The records: the list of a type, and one of them in a form beside it.
@NullMarked
package io.mergedesk.ui.records;

import org.jspecify.annotations.NullMarked;
