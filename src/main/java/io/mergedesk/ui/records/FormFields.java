package io.mergedesk.ui.records;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.FieldEditors;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The fields of a form in their order; those of one group stand together under its name.
@StyleSheet("context://styles/records-fields.css")
final class FormFields extends Div {

    private final transient Map<FieldName, FieldBox> boxes = new LinkedHashMap<>();
    private final Map<String, Div> groups = new LinkedHashMap<>();

    FormFields(EntityType type, FieldEditors editors, Consumer<FieldBox> edited) {
        addClassName("form-fields");
        for (var field : type.fields()) {
            var box = new FieldBox(field, editors.of(field));
            box.editor().onEdit(() -> edited.accept(box));
            boxes.put(field.name(), box);
            place(field).add(box);
        }
    }

    private Div place(FieldDefinition field) {
        return field.group().map(name -> groups.computeIfAbsent(name, this::group)).orElse(this);
    }

    private Div group(String name) {
        var caption = new Div(new Span(name));
        caption.addClassName("group-caption");
        caption.getElement().setAttribute("title", "These fields belong together.");
        var group = new Div(caption);
        group.addClassNames("field-group", "field-wide");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        add(group);
        return group;
    }

    Collection<FieldBox> boxes() {
        return Collections.unmodifiableCollection(boxes.values());
    }

    Optional<FieldBox> box(FieldName field) {
        return Optional.ofNullable(boxes.get(field));
    }

    /// Shows every field as it is now.
    void show(Editing editing) {
        for (var box : boxes.values()) {
            box.editor().show(editing.text(box.field().name()));
            box.editor().complain("");
            box.showTouched(editing.isTouched(box.field().name()));
            box.clear();
        }
    }

    /// Shows every field as it was saved; what shows that already is left alone.
    void settle(Editing editing) {
        for (var box : boxes.values()) {
            var text = editing.text(box.field().name());
            if (!box.editor().text().equals(text)) {
                box.editor().show(text);
            }
            box.editor().complain("");
            box.clear();
        }
    }

    /// Says at each field what is wrong with it, and leads to the first of them.
    void complain(Map<String, String> problems) {
        FieldBox first = null;
        for (var box : boxes.values()) {
            var problem = problems.getOrDefault(box.field().name().value(), "");
            box.editor().complain(problem);
            if (first == null && !problem.isEmpty()) {
                first = box;
            }
        }
        if (first != null) {
            first.editor().focus();
        }
    }

    void lock(boolean locked) {
        boxes.values().forEach(box -> box.editor().lock(locked));
    }

    void focusFirst() {
        boxes.values().stream().findFirst().ifPresent(box -> box.editor().focus());
    }
}
