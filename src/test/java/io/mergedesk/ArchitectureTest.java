package io.mergedesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The house as the design draws it: arrows between modules, and who may know which library.
@AnalyzeClasses(packages = "io.mergedesk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String GENERATED = "io.mergedesk.storage.jooq.schema";

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
    static final ArchRule only_the_senders_know_the_http_client =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.mergedesk.sync.http")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.hc..");

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

    @ArchTest
    static void every_package_says_that_null_is_marked(JavaClasses classes) {
        assertThat(classes.getPackage("io.mergedesk").getSubpackagesInTree())
                .filteredOn(one -> !one.getClasses().isEmpty())
                .filteredOn(one -> !one.getName().startsWith(GENERATED))
                .hasSizeGreaterThan(20)
                .allSatisfy(one ->
                        assertThat(one.isAnnotatedWith(NullMarked.class))
                                .as(one.getName())
                                .isTrue());
    }

    @ArchTest
    static void every_module_declares_which_others_it_uses(JavaClasses classes) {
        assertThat(classes.getPackage("io.mergedesk").getSubpackages())
                .hasSizeGreaterThan(10)
                .allSatisfy(one ->
                        assertThat(
                                        one.getAnnotationOfType(ApplicationModule.class)
                                                .allowedDependencies())
                                .as(one.getName())
                                .doesNotContain(ApplicationModule.OPEN_TOKEN));
    }

    @Test
    void modules_use_only_what_they_declare() {
        ApplicationModules.of(MergedeskApplication.class).verify();
    }
}
