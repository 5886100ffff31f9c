/// Words every module shares: ids, names, the acting person, hybrid time.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.mergedesk.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
