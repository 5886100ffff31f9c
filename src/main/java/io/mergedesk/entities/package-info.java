/// Types, fields, entities and their history, behind the one write path.
@ApplicationModule(allowedDependencies = {"common", "events", "changes", "conflicts", "trail"})
@NullMarked
package io.mergedesk.entities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
