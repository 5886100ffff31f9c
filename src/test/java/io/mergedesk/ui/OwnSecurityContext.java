package io.mergedesk.ui;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Where several applications have been started in one run, the last one has said for all where to
/// look for who is signed in: the one under test says it again.
final class OwnSecurityContext implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var application = SpringExtension.getApplicationContext(test);
        SecurityContextHolder.setContextHolderStrategy(
                application.getBean(SecurityContextHolderStrategy.class));
    }
}
