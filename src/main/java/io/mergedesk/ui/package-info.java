/// The screens, one package each.
@ApplicationModule(
        allowedDependencies = {
            "common",
            "events",
            "changes",
            "conflicts",
            "desk",
            "entities",
            "security",
            "transfer"
        })
@NullMarked
package io.mergedesk.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
