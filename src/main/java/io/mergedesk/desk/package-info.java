/// The desk: conflicts that wait for a person, how they are found, shared out and decided, and what
/// people are told.
@ApplicationModule(
        allowedDependencies = {"common", "events", "changes", "conflicts", "entities", "trail"})
@NullMarked
package io.mergedesk.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
