/// What differs between two sets of field values.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.mergedesk.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
