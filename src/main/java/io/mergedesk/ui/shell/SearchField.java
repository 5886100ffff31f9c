package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;

/// The search in the header; "/" leads to it from anywhere. On a page that searches, it shows what
/// for and searches as one types; elsewhere Enter leads to such a page.
final class SearchField extends TextField {

    private static final int QUIET_MILLIS = 350;

    private final transient HeaderSearch target;
    private boolean searching;

    SearchField(HeaderSearch target) {
        this.target = target;
        addClassName("shell-search");
        setPlaceholder(target.placeholder());
        setAriaLabel("Search");
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(QUIET_MILLIS);
        getElement().setAttribute("data-key", "/").setAttribute("role", "search");
        var key = new Span("/");
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        setSuffixComponent(key);
        addValueChangeListener(change -> {
            if (searching && change.isFromClient()) {
                target.search(getValue().strip());
            }
        });
        addKeyDownListener(
                Key.ENTER,
                _ -> {
                    if (!searching && !getValue().isBlank()) {
                        target.search(getValue().strip());
                    }
                });
    }

    /// Another page is shown.
    void follow(Location location) {
        var words = target.wordsOf(location);
        searching = words.isPresent();
        if (!words.orElse("").equals(getValue().strip())) {
            setValue(words.orElse(""));
        }
    }
}
