package io.mergedesk.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter;
import io.mergedesk.ui.fields.FieldEditors;
import io.mergedesk.ui.fields.ShownValues;
import java.util.function.Consumer;

/// What narrows a list, as chips that can be taken away, and the way to add more.
final class FilterBar extends Div {

    private final transient EntityType type;
    private final transient ShownValues values;
    private final transient Consumer<ListState> changed;
    private final Div chips = new Div();
    private transient ListState state;

    FilterBar(
            EntityType type,
            ShownValues values,
            FieldEditors editors,
            ListState state,
            Consumer<ListState> changed) {
        this.type = type;
        this.values = values;
        this.state = state;
        this.changed = changed;
        addClassName("filter-bar");
        chips.addClassName("chips");
        var add = new Button("Filter", VaadinIcon.PLUS_CIRCLE_O.create());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        new FilterEditor(type, editors, filter -> changed.accept(this.state.with(filter)))
                .setTarget(add);
        add(chips, add);
    }

    void show(ListState newState) {
        state = newState;
        chips.removeAll();
        if (!state.words().isBlank()) {
            chips.add(chip("“" + state.words() + "”", () -> changed.accept(state.searching(""))));
        }
        for (var filter : state.filters()) {
            chips.add(chip(words(filter), () -> changed.accept(state.without(filter))));
        }
        if (state.filters().size() > 1) {
            var clear = new Button("Clear all", _ -> changed.accept(state.withoutAll()));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
        chips.setVisible(state.narrows());
    }

    private String words(Filter filter) {
        var field = type.field(filter.field());
        var start =
                type.labelOf(filter.field())
                        + " "
                        + FilterWords.of(
                                filter.operator(), field.map(FieldDefinition::kind).orElseThrow());
        return filter.value() == null ? start : start + " " + values.of(filter.value());
    }

    private static Button chip(String words, Runnable remove) {
        var text = new Span(words);
        var cross = VaadinIcon.CLOSE_SMALL.create();
        var chip = new Button(new Div(text, cross), _ -> remove.run());
        chip.addClassName("chip");
        chip.setAriaLabel("Remove: " + words);
        return chip;
    }
}
