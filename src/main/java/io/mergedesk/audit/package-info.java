/// What happened, found by any of its marks, and the proof of it: verifying, signing, erasing,
/// holding.
@ApplicationModule(
        allowedDependencies = {"common", "events", "changes", "conflicts", "entities", "trail"})
@NullMarked
package io.mergedesk.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
