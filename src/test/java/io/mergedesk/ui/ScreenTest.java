package io.mergedesk.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A test of screens without a browser: what stands on them, and what a click does.
public abstract class ScreenTest extends SpringBrowserlessTest {

    /// Presses the button of that text or label; of several the one that came last.
    protected void click(String label) {
        var buttons =
                find(Button.class)
                        .withCondition(button ->
                                label.equals(button.getAriaLabel().orElse(button.getText())))
                        .all();
        if (buttons.isEmpty()) {
            throw new AssertionError("expected a button '" + label + "' on " + text());
        }
        test(buttons.getLast()).click();
    }

    /// What stands in the view, invisible parts left out.
    protected String text() {
        return text(getCurrentView());
    }

    /// What short messages say that are shown now.
    protected String toasts() {
        return find(Notification.class).all().stream()
                .map(one ->
                        one.getElement().getProperty("text", "")
                                + one.getElement().getTextRecursively())
                .collect(Collectors.joining(" "));
    }

    /// Waits for what others did, which arrives on a thread of its own.
    protected void eventually(Runnable seen) {
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() -> {
                    roundTrip();
                    // what waits for the page is only run when a request ends
                    var session = VaadinSession.getCurrent();
                    session.getService().runPendingAccessTasks(session);
                    seen.run();
                });
    }

    protected static String text(HasElement root) {
        return all(root.getElement())
                .filter(Element::isTextNode)
                .map(Element::getText)
                .collect(Collectors.joining(" "));
    }

    protected static Stream<Element> elements(HasElement root, Predicate<Element> wanted) {
        return all(root.getElement()).filter(element -> !element.isTextNode()).filter(wanted);
    }

    private static Stream<Element> all(Element element) {
        if (element.isTextNode()) {
            return Stream.of(element);
        }
        return element.isVisible()
                ? Stream.concat(Stream.of(element), element.getChildren().flatMap(ScreenTest::all))
                : Stream.empty();
    }
}
