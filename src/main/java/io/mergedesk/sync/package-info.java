/// What other systems are told: the queue of jobs, its targets, retries, and whether they can be
/// reached.
@ApplicationModule(
        allowedDependencies = {"common", "events", "changes", "conflicts", "entities", "trail"})
@NullMarked
package io.mergedesk.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
