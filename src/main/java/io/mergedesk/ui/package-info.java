/// The screens, one package each.
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
package io.mergedesk.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
