package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Draft;
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

    /// Hands over typing that a push from the server has overtaken.
    void onOvertaken(SerializableBiConsumer<String, String> typed) {
        browser.onOvertaken(typed);
    }

    /// The server keeps what is typed now; the browser may forget this one.
    void keep(Editing editing, FieldBox typed) {
        store(editing);
        forget(List.of(typed));
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
            var name = box.field().name().value();
            if (box.editor() instanceof TextEditor || box.editor() instanceof LongTextEditor) {
                texts.put(name, box.editor().text());
            } else {
                others.add(name);
                others.add(name + ".currency");
            }
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
