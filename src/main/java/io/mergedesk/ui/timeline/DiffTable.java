package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Fields with two values each, side by side.
public final class DiffTable extends NativeTable {

    /// Puts one value of one field back.
    @FunctionalInterface
    public interface PutBack {
        void restore(FieldName field, @Nullable FieldValue value);
    }

    /// Which values may be put back now: those that differ from what the record holds.
    @FunctionalInterface
    public interface MayPutBack {
        boolean test(FieldName field, @Nullable FieldValue value);
    }

    private final transient ValueWords values;
    private final transient Function<FieldName, String> labels;
    private final transient MayPutBack may;
    private final transient PutBack putBack;
    private final String from;
    private final String to;

    /// Values that are only read.
    ///
    /// @param from what stands above the left values
    /// @param to what stands above the right ones
    public DiffTable(
            ValueWords values, Function<FieldName, String> labels, String from, String to) {
        this(values, labels, from, to, (_, _) -> false, (_, _) -> {});
    }

    /// Values that may be put back.
    public DiffTable(
            ValueWords values,
            Function<FieldName, String> labels,
            String from,
            String to,
            MayPutBack may,
            PutBack putBack) {
        this.values = values;
        this.labels = labels;
        this.from = from;
        this.to = to;
        this.may = may;
        this.putBack = putBack;
        addClassName("diff");
        var head = new NativeTableRow(header("Field"), header(from), header(to));
        getHead().add(head);
    }

    /// One field, with the words marked that differ.
    public void addRow(FieldName field, @Nullable FieldValue old, @Nullable FieldValue now) {
        var before = values.of(old);
        var after = values.of(now);
        var label = header(labels.apply(field));
        label.getElement().setAttribute("scope", "row");
        boolean same = before.equals(after);
        getBody()
                .add(
                        new NativeTableRow(
                                label,
                                cell(
                                        from,
                                        same ? Marks.plain(before) : before(old, now),
                                        field,
                                        old),
                                cell(to, same ? Marks.plain(after) : after(old, now), field, now)));
    }

    private Marks before(@Nullable FieldValue old, @Nullable FieldValue now) {
        return old instanceof FieldValue.Choices(var gone)
                        && now instanceof FieldValue.Choices(var come)
                ? Marks.choicesBefore(gone, come)
                : Marks.before(values.of(old), values.of(now));
    }

    private Marks after(@Nullable FieldValue old, @Nullable FieldValue now) {
        return old instanceof FieldValue.Choices(var gone)
                        && now instanceof FieldValue.Choices(var come)
                ? Marks.choicesAfter(gone, come)
                : Marks.after(values.of(old), values.of(now));
    }

    private NativeTableCell cell(
            String column, Component value, FieldName field, @Nullable FieldValue raw) {
        var content = new Div(value);
        if (may.test(field, raw)) {
            content.add(restore(field, raw));
        }
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-column", column);
        return cell;
    }

    private Button restore(FieldName field, @Nullable FieldValue value) {
        var words = values.of(value);
        var label =
                "Restore " + labels.apply(field) + (words.isEmpty() ? " to empty" : " to " + words);
        var button = new Button("Restore", _ -> putBack.restore(field, value));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private static NativeTableHeaderCell header(String text) {
        return new NativeTableHeaderCell(text);
    }
}
