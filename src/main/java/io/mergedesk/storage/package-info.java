/// The adapters that keep everything: MariaDB through jOOQ, and memory.
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
            "audit",
            "transfer"
        })
@NullMarked
package io.mergedesk.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
