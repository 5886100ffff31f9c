/// Whether two edits collide, and how they are joined.
@ApplicationModule(allowedDependencies = {"common", "changes"})
@NullMarked
package io.mergedesk.conflicts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
