/// The packaged application as a process of its own.
@NullMarked
package io.mergedesk.running;

import org.jspecify.annotations.NullMarked;
