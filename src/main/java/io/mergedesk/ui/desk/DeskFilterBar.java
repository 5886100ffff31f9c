package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictStatus;
import java.util.List;
import java.util.function.Consumer;

/// What narrows the list, as chips that can be taken away, the way to add more, and the order.
final class DeskFilterBar extends Div {

    private final transient DeskWords words;
    private final transient Consumer<DeskState> changed;
    private final Div chips = new Div();
    private final Select<ConflictOrder> order = new Select<>();
    private transient DeskState state;

    DeskFilterBar(
            DeskWords words,
            DeskFilterOptions options,
            DeskState state,
            Consumer<DeskState> changed) {
        this.words = words;
        this.state = state;
        this.changed = changed;
        addClassName("filter-bar");
        chips.addClassName("chips");
        var add = new Button("Filter", VaadinIcon.PLUS_CIRCLE_O.create());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        new DeskFilterEditor(
                        words, options, condition -> changed.accept(this.state.with(condition)))
                .setTarget(add);
        order.setItems(
                state.status() == ConflictStatus.OPEN
                        ? List.of(ConflictOrder.values())
                        : List.of(ConflictOrder.NEWEST, ConflictOrder.OLDEST));
        order.setItemLabelGenerator(DeskWords::of);
        order.setAriaLabel("Order");
        order.addClassName("desk-order");
        order.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(this.state.ordered(event.getValue()));
            }
        });
        add(chips, add, order);
        show(state);
    }

    void show(DeskState newState) {
        state = newState;
        order.setValue(state.order());
        chips.removeAll();
        for (var condition : state.conditions()) {
            chips.add(chip(words.of(condition), () -> changed.accept(state.without(condition))));
        }
        if (state.conditions().size() > 1) {
            var clear = new Button("Clear all", _ -> changed.accept(state.withoutAll()));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
        chips.setVisible(!state.conditions().isEmpty());
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
