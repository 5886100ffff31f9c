package io.mergedesk.ui.types;

import com.vaadin.flow.component.Component;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.Drafts;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What an admin has typed into the dialog of a field and not yet put into the type: kept like the
/// draft of the type itself, from the opening of the dialog to its end.
final class KeptField {

    private static final FieldName NAME = new FieldName("name");
    private static final FieldName EXISTS = new FieldName("exists");

    private final Drafts drafts;
    private final Actor actor;
    private final String key;

    /// @param field the one that is edited; none for a new one
    record Kept(Optional<FieldName> field, Map<String, String> texts) {

        Kept {
            texts = Map.copyOf(texts);
        }
    }

    KeptField(Drafts drafts, Actor actor, TypeName type) {
        this.drafts = drafts;
        this.actor = actor;
        this.key = "field:" + type;
    }

    /// What the dialog held that was open when the page was left.
    Optional<Kept> find() {
        return drafts.find(key, actor).map(KeptField::read);
    }

    /// Keeps from now on what these inputs hold; what only the browser has is put into them.
    ///
    /// @param field the one that is edited; none for a new one
    /// @return forgets all of it
    Runnable keep(Component form, Optional<FieldName> field, List<DialogInput> inputs) {
        var browser =
                new BrowserDrafts(
                        form, actor.id(), key + "/" + field.map(FieldName::value).orElse(""));
        inputs.forEach(
                input -> input.input().addValueChangeListener(_ -> store(field, inputs, browser)));
        browser.onUnconfirmed(typed -> show(typed, inputs));
        browser.keep(typed -> show(typed, inputs));
        store(field, inputs, browser);
        return () -> {
            drafts.discard(key, actor);
            browser.discard();
        };
    }

    static void show(Map<String, String> texts, List<DialogInput> inputs) {
        for (var input : inputs) {
            var text = texts.get(input.name());
            if (text != null && !text.equals(input.text().get())) {
                input.show().accept(text);
            }
        }
    }

    private void store(Optional<FieldName> field, List<DialogInput> inputs, BrowserDrafts browser) {
        var texts = new HashMap<String, String>();
        inputs.forEach(input -> texts.put(input.name(), input.text().get()));
        var typed = new TreeMap<FieldName, String>();
        texts.forEach((name, text) -> typed.put(new FieldName(name), text));
        typed.put(EXISTS, String.valueOf(field.isPresent()));
        drafts.keep(key, Revision.NONE, typed, actor);
        browser.confirmed(texts);
    }

    private static Kept read(Draft stored) {
        var texts = new HashMap<String, String>();
        stored.typed().forEach((name, text) -> texts.put(name.value(), text));
        boolean exists = "true".equals(texts.remove(EXISTS.value()));
        return new Kept(
                exists
                        ? Optional.of(new FieldName(texts.getOrDefault(NAME.value(), "")))
                        : Optional.empty(),
                texts);
    }
}
