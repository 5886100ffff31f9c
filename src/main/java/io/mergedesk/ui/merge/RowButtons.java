package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;

/// The small buttons of a row, each with the key that does the same.
final class RowButtons {

    private RowButtons() {}

    /// @param key empty where there is none
    /// @param about the field, for those who hear the button alone
    static Button of(String words, String key, String about, Runnable work) {
        var button = new Button(words, _ -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(words + ": " + about);
        if (!key.isEmpty()) {
            button.setSuffixComponent(key(key));
        }
        return button;
    }

    static Span key(String key) {
        var kbd = new Span(key);
        kbd.addClassName("kbd");
        kbd.getElement().setAttribute("aria-hidden", "true");
        return kbd;
    }
}
