package io.mergedesk.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/// Shows a password or a token, once.
final class SecretDialog extends Dialog {

    SecretDialog(String title, String secret) {
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(100vw - 32px, 460px)");
        var field = new TextField();
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setAutofocus(true);
        field.setWidthFull();
        field.setAriaLabel(title);
        field.addClassName("people-secret");
        var done = new Button("I have noted it", _ -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph("Note it now: it is shown this once and kept nowhere."), field);
        getFooter().add(done);
    }
}
