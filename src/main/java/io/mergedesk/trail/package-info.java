/// What happened beside the edits of records: who signed in, what was defined, exported, decided.
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package io.mergedesk.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
