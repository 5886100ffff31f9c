package io.mergedesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The house as the design draws it: arrows between modules, and who may know which library.
@AnalyzeClasses(packages = "io.mergedesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_the_jooq_adapter_knows_jooq =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.mergedesk.storage.jooq..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.jooq..");

    @ArchTest
    static final ArchRule only_the_screens_know_vaadin =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.mergedesk.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule the_core_is_plain_java =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.mergedesk.common..",
                            "io.mergedesk.changes..",
                            "io.mergedesk.conflicts..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework..", "org.jooq..", "com.vaadin..")
                    .allowEmptyShould(true);

    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(MergedeskApplication.class).verify();
    }
}
