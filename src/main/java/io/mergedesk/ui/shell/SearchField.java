package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/// The search in the header; "/" leads to it from anywhere.
final class SearchField extends TextField {

    SearchField(HeaderSearch target) {
        addClassName("shell-search");
        setPlaceholder(target.placeholder());
        setAriaLabel("Search");
        setClearButtonVisible(true);
        getElement().setAttribute("data-key", "/").setAttribute("role", "search");
        var key = new Span("/");
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        setSuffixComponent(key);
        addKeyDownListener(
                Key.ENTER,
                _ -> {
                    if (!getValue().isBlank()) {
                        target.search(getValue().strip());
                    }
                });
    }
}
