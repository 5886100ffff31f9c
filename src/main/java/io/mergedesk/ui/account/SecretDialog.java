package io.mergedesk.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/// Shows a password or a token, once.
@StyleSheet("context://styles/account.css")
public final class SecretDialog extends Dialog {

    /// Where the page is not served securely there is no clipboard: then the text is selected.
    private static final String COPY =
            """
            const input = $0.inputElement;
            input.select();
            return (navigator.clipboard ? navigator.clipboard.writeText(input.value) : Promise.reject())
                .then(() => true, () => document.execCommand('copy'));
            """;

    private final TextField field = new TextField();
    private final Span told = new Span();

    public SecretDialog(String title, String secret) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        setWidth("min(100vw - 32px, 480px)");
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setAutofocus(true);
        field.setAriaLabel(title);
        field.addClassName("secret-text");
        var copy = new Button("Copy", _ -> copy());
        var line = new Div(field, copy);
        line.addClassName("secret-line");
        told.addClassName("secret-told");
        told.getElement().setAttribute("role", "status");
        var done = new Button("I have noted it", _ -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph("Note it now: it is shown this once and kept nowhere."), line, told);
        getFooter().add(done);
    }

    private void copy() {
        getElement()
                .executeJs(COPY, field.getElement())
                .then(
                        Boolean.class,
                        copied ->
                                told.setText(
                                        Boolean.TRUE.equals(copied)
                                                ? "Copied."
                                                : "It is selected: copy it with the keyboard."));
    }
}
