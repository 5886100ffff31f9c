/// Import and export of entities as files: CSV in and out, XLSX out.
@ApplicationModule(
        allowedDependencies = {"common", "changes", "conflicts", "entities", "trail", "audit"})
@NullMarked
package io.mergedesk.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
