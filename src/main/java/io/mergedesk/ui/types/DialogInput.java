package io.mergedesk.ui.types;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One input of a dialog as the person sees it: its text, `true` or `false`, or the label chosen.
///
/// @param show puts such a text into it; one that cannot be chosen any more clears it
record DialogInput(
        String name, HasValue<?, ?> input, Supplier<String> text, Consumer<String> show) {

    static <I extends HasValue<?, String> & HasElement> DialogInput ofText(String name, I input) {
        BrowserDrafts.named(name, input);
        return new DialogInput(name, input, input::getValue, input::setValue);
    }

    static DialogInput of(String name, Checkbox box) {
        BrowserDrafts.named(name, box);
        return new DialogInput(
                name,
                box,
                () -> String.valueOf(box.getValue()),
                text -> box.setValue(text.equals("true")));
    }

    static DialogInput of(String name, ComboBox<String> box) {
        BrowserDrafts.named(name, box);
        return new DialogInput(
                name,
                box,
                () -> box.getOptionalValue().orElse(""),
                text -> box.setValue(text.isBlank() ? null : text));
    }

    static <T> DialogInput of(String name, Select<T> select, Function<@Nullable T, String> words) {
        BrowserDrafts.named(name, select);
        return new DialogInput(
                name,
                select,
                () -> words.apply(select.getValue()),
                text ->
                        select.setValue(
                                select.getListDataView()
                                        .getItems()
                                        .filter(item -> words.apply(item).equals(text))
                                        .findFirst()
                                        .orElse(null)));
    }
}
