/// What the demo profile starts with: three accounts, three types, two thousand records.
@ApplicationModule(allowedDependencies = {"common", "changes", "conflicts", "entities", "security"})
@NullMarked
package io.mergedesk.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
