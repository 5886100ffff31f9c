package io.mergedesk.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/// A short message that goes by itself.
public final class Toast {

    private static final int MILLIS = 6_000;
    private static final int MILLIS_TO_UNDO = 15_000;

    private Toast() {}

    public static void say(String words) {
        Notification.show(words, MILLIS, Notification.Position.BOTTOM_CENTER);
    }

    /// The same, with a button that takes back what it tells of.
    public static void withUndo(String words, Runnable undo) {
        var toast = new Notification();
        toast.setDuration(MILLIS_TO_UNDO);
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        var button =
                new Button(
                        "Undo",
                        _ -> {
                            toast.close();
                            undo.run();
                        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        var content = new Div(new Span(words), button);
        content.addClassName("toast");
        toast.add(content);
        toast.open();
    }
}
