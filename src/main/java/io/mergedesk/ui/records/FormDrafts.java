package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Draft;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was typed into one form and not saved: kept in the browser at every key, and on the server
/// as soon as it gets there.
final class FormDrafts {

    private final Viewer viewer;
    private final String key;
    private final BrowserDrafts browser;

    FormDrafts(Viewer viewer, Component form, String key) {
        this.viewer = viewer;
        this.key = key;
        browser = new BrowserDrafts(form, viewer.id(), key);
    }

    /// What the server kept from an earlier visit.
    Optional<Draft> stored() {
        return viewer.services().drafts().find(key, viewer.actor());
    }

    /// Keeps from now on what is typed into the form; hands back what only the browser has.
    void listen(SerializableConsumer<Map<String, String>> leftOver) {
        browser.keep(leftOver);
    }

    /// Hands over typing that the server may not have yet, before it does what the person asks for.
    void onUnconfirmed(SerializableConsumer<Map<String, String>> typed) {
        browser.onUnconfirmed(typed);
    }

    /// The server keeps what is typed now; the browser may forget this one.
    void keep(Editing editing, FieldBox typed) {
        store(editing);
        confirm(typed);
    }

    /// The browser may forget what it keeps of this one.
    void confirm(FieldBox box) {
        forget(List.of(box));
    }

    void store(Editing editing) {
        viewer.services().drafts().keep(key, editing.base(), editing.typed(), viewer.actor());
    }

    /// These were saved; what was typed on since stays kept.
    void saved(Collection<FieldBox> boxes) {
        viewer.services().drafts().discard(key, viewer.actor());
        forget(boxes);
    }

    private void forget(Collection<FieldBox> boxes) {
        var texts = new TreeMap<String, String>();
        var others = new ArrayList<String>();
        for (var box : boxes) {
            box.editor()
                    .inBrowser()
                    .forEach((name, text) ->
                            text.ifPresentOrElse(
                                    known -> texts.put(name, known), () -> others.add(name)));
        }
        if (!texts.isEmpty()) {
            browser.confirmed(texts);
        }
        if (!others.isEmpty()) {
            browser.confirmed(others);
        }
    }

    void discard() {
        viewer.services().drafts().discard(key, viewer.actor());
        browser.discard();
    }

    /// The fields of a draft that a type still has.
    static Map<FieldName, String> known(Draft draft, FormFields fields) {
        var known = new TreeMap<>(draft.typed());
        known.keySet().removeIf(field -> fields.box(field).isEmpty());
        return known;
    }
}
