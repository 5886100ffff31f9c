/// People, roles, teams, tokens, and who may sign in.
@ApplicationModule(allowedDependencies = {"common", "trail"})
@NullMarked
package io.mergedesk.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
