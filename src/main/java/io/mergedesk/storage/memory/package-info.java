/// Adapters that keep everything in memory, for tests and tools.
@NullMarked
package io.mergedesk.storage.memory;

import org.jspecify.annotations.NullMarked;
