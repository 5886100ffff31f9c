/// The REST interface for programs.
@ApplicationModule(
        allowedDependencies = {
            "common",
            "audit",
            "events",
            "changes",
            "conflicts",
            "desk",
            "entities",
            "realtime",
            "security",
            "sync",
            "trail",
            "transfer"
        })
@NullMarked
package io.mergedesk.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
