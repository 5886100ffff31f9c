package io.mergedesk.ui.fields;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.FieldDefinition;
import java.util.Optional;

/// One line: a text, a number, an e-mail address, an address on the web. Addresses have a link
/// beside them.
final class TextEditor extends InputEditor<TextField, String> {

    static final int QUIET_MILLIS = 350;

    private final FieldKind kind;
    private final Anchor link = new Anchor();

    TextEditor(FieldDefinition field) {
        super(new TextField(), field);
        kind = field.kind();
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(QUIET_MILLIS);
        input.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        switch (kind) {
            case NUMBER -> input.getElement().setAttribute("inputmode", "decimal");
            case EMAIL -> input.getElement().setAttribute("inputmode", "email");
            case URL -> input.getElement().setAttribute("inputmode", "url");
            default -> {}
        }
        if (kind == FieldKind.URL || kind == FieldKind.EMAIL) {
            link.add(
                    kind == FieldKind.URL
                            ? VaadinIcon.EXTERNAL_LINK.create()
                            : VaadinIcon.ENVELOPE_O.create());
            link.setTarget(AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            link.setAriaLabel("Open " + field.label());
            link.setRouterIgnore(true);
            input.setSuffixComponent(link);
            input.addValueChangeListener(_ -> lead());
            lead();
        }
    }

    /// Only addresses that passed the rules of their kind become links: never a script.
    private void lead() {
        boolean valid = FieldText.read(kind, input.getValue()) instanceof Reading.Value;
        link.setVisible(valid);
        if (valid) {
            link.setHref((kind == FieldKind.EMAIL ? "mailto:" : "") + input.getValue().strip());
        }
    }

    @Override
    String write(String value) {
        return value;
    }

    @Override
    Optional<String> read(String text) {
        return Optional.of(text);
    }

    @Override
    Optional<String> seenAsText() {
        return Optional.of(text());
    }
}
