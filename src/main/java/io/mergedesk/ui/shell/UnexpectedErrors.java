package io.mergedesk.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Logs what nobody expected under an id, and shows people that id and nothing else of it.
@Component
class UnexpectedErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    private static final int SHOWN_MILLIS = 15_000;

    private final transient RandomGenerator random;

    UnexpectedErrors() {
        this(RandomGenerator.getDefault());
    }

    UnexpectedErrors(RandomGenerator random) {
        this.random = random;
    }

    /// Logs, and returns the id that finds it in the log.
    String log(Throwable problem) {
        var id = HexFormat.of().toHexDigits(random.nextInt());
        LOG.error("unexpected error {}", id, problem);
        return id;
    }

    @Override
    public void error(ErrorEvent event) {
        var id = log(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui != null) {
            var notification =
                    Notification.show(
                            "Something went wrong on our side, and it was not saved. What you typed is kept. Error "
                                    + id,
                            SHOWN_MILLIS,
                            Notification.Position.BOTTOM_CENTER);
            notification.setAssertive(true);
        }
    }
}
