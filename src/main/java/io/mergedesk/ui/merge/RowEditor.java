package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.ui.fields.FieldEditor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A third value, typed where the question stands, in the field's own editor. What is typed is
/// decided at every pause, so that it is kept like every other decision.
final class RowEditor extends Div {

    private final transient Question question;
    private final transient Telling telling;
    private final transient BiConsumer<FieldName, Choice.Value> typed;
    private final transient Map<FieldName, FieldEditor> editors = new LinkedHashMap<>();

    /// @param typed what somebody has typed so far
    /// @param done they want to go on
    RowEditor(
            Question question,
            Telling telling,
            Deciding deciding,
            BiConsumer<FieldName, Choice.Value> typed,
            Runnable done) {
        this.question = question;
        this.telling = telling;
        this.typed = typed;
        addClassName("row-editor");
        for (var name : question.fields()) {
            telling.type()
                    .field(name)
                    .ifPresent(field -> {
                        var editor = telling.editors().of(field);
                        editor.show(text(start(deciding, name)));
                        editor.onEdit(() -> take(name, editor));
                        editors.put(name, editor);
                        add(editor.component());
                    });
        }
        var close = new Button("Done", _ -> finish(done));
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        close.setAriaLabel("Done: " + question.label(telling.type()));
        add(close);
    }

    private static @Nullable FieldValue start(Deciding deciding, FieldName field) {
        var outcome = deciding.merge().of(field);
        return deciding.result(field)
                .map(Chosen.Value::value)
                .orElse(outcome.mine() == null ? outcome.theirs() : outcome.mine());
    }

    private static String text(@Nullable FieldValue value) {
        return value == null ? "" : FieldText.write(value);
    }

    Question question() {
        return question;
    }

    /// The names that its inputs have in the browser.
    List<String> names() {
        return editors.values().stream()
                .flatMap(editor -> editor.inBrowser().keySet().stream())
                .toList();
    }

    void focus() {
        editors.values().stream().findFirst().ifPresent(FieldEditor::focus);
    }

    /// What only the browser kept of it.
    void bringBack(Map<String, String> kept) {
        editors.forEach((field, editor) ->
                editor.fromBrowser(kept)
                        .ifPresent(text -> {
                            editor.show(text);
                            take(field, text, editor);
                        }));
    }

    private void finish(Runnable done) {
        boolean all = true;
        for (var one : editors.entrySet()) {
            all &= take(one.getKey(), one.getValue());
        }
        if (all) {
            done.run();
        }
    }

    private boolean take(FieldName field, FieldEditor editor) {
        return take(field, editor.text(), editor);
    }

    private boolean take(FieldName field, String text, FieldEditor editor) {
        return switch (FieldText.read(telling.type().kindOf(field), text)) {
            case Reading.Value(var value) -> take(field, value, editor);
            case Reading.Nothing _ -> take(field, (FieldValue) null, editor);
            case Reading.Wrong(var expectation) -> {
                editor.complain("Expected " + expectation);
                editor.focus();
                yield false;
            }
        };
    }

    private boolean take(FieldName field, @Nullable FieldValue value, FieldEditor editor) {
        editor.complain("");
        typed.accept(field, new Choice.Value(value));
        return true;
    }
}
