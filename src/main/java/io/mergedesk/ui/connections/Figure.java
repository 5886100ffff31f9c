package io.mergedesk.ui.connections;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;

/// A figure of a connection in its column; on a phone the label stands beside it.
final class Figure extends NativeTableCell {

    private final Span value = new Span();

    Figure(String label) {
        addClassNames("figure", "number");
        var name = new Span(label);
        name.addClassName("figure-label");
        name.getElement().setAttribute("aria-hidden", "true");
        add(name, value);
    }

    void show(String text) {
        if (!text.equals(value.getText())) {
            value.setText(text);
        }
    }
}
