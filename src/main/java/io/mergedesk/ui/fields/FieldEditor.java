package io.mergedesk.ui.fields;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.Optional;

/// The input of one field, whatever its kind. It speaks in texts, as
/// [io.mergedesk.changes.FieldText] reads and writes them, so that what is half typed is never
/// lost.
public interface FieldEditor {

    Component component();

    /// What it holds now, valid or not; empty text for nothing.
    String text();

    /// Shows a text without taking the focus; not an edit.
    void show(String text);

    /// Calls back whenever a person, and not the program, changed it.
    void onEdit(Runnable edited);

    /// Says what is wrong; empty text for nothing.
    void complain(String problem);

    void focus();

    void lock(boolean locked);

    /// What a browser kept of it, by the names that its inputs have there, as a text.
    Optional<String> fromBrowser(Map<String, String> kept);

    /// The names that its inputs have in the browser, each with the text it keeps of it now; empty
    /// where it keeps what it shows instead.
    Map<String, Optional<String>> inBrowser();
}
