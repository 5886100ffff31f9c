package io.mergedesk.ui;

import io.mergedesk.MergedeskApplication;
import io.mergedesk.storage.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application, served as in production on a free port: the demo with its
/// accounts and records, on a database of its own. All such tests of a run share one.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@SpringBootTest(
        classes = MergedeskApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "vaadin.productionMode=true",
            // the sample screens of other tests are on the class path too
            "vaadin.blocked-packages=io.mergedesk.ui.shell.SampleView,io.mergedesk.ui.shell.BrokenSampleView"
        })
@ContextConfiguration(
        initializers = {FreshDatabase.class, OnlyTheApplication.class, SlowSearch.class})
@ActiveProfiles("demo")
@ExtendWith(OwnSecurityContext.class)
public @interface AppTest {}
