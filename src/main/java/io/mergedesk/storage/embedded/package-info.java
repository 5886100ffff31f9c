/// A real MariaDB server beside the application, for machines that have none.
@NullMarked
package io.mergedesk.storage.embedded;

import org.jspecify.annotations.NullMarked;
