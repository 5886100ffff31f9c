/// The bus: publish, subscribe by pattern, the last hundred events, debug mode.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.mergedesk.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
