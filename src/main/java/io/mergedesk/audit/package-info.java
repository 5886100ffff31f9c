/// The proof of what happened: the hash chain verified, signed checkpoints, erasing and holding.
@ApplicationModule(
        allowedDependencies = {"common", "events", "changes", "conflicts", "entities", "trail"})
@NullMarked
package io.mergedesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
