package io.mergedesk.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/// What narrows the trail: words, and chips that can be taken away, with the way to add more.
final class AuditFilterBar extends Div {

    private static final int QUIET_MILLIS = 350;

    private final transient FilterWords words;
    private final transient Consumer<AuditState> changed;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Button sinceLastVisit;
    private final Button conflictsOnly;
    private transient AuditState state = AuditState.START;

    AuditFilterBar(FilterWords words, AuditFilterOptions options, Consumer<AuditState> changed) {
        this.words = words;
        this.changed = changed;
        addClassNames("filter-bar", "audit-filter");
        chips.addClassName("chips");
        search.addClassName("audit-search");
        search.setPlaceholder("Old or new value, name, reason …");
        search.setAriaLabel("Search old and new values, names and reasons");
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(QUIET_MILLIS);
        search.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                changed.accept(state.saying(event.getValue()));
            }
        });
        sinceLastVisit = quick(new AuditCondition.During(AuditSpan.LAST_VISIT));
        conflictsOnly = quick(new AuditCondition.ConflictsOnly());
        var add = new Button("Filter", VaadinIcon.PLUS_CIRCLE_O.create());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var editor =
                new AuditFilterEditor(
                        words, options, condition -> changed.accept(state.with(condition)));
        editor.setTarget(add);
        add(search, chips, sinceLastVisit, conflictsOnly, add, editor);
    }

    void show(AuditState shown) {
        state = shown;
        if (!search.getValue().strip().equals(state.words())) {
            search.setValue(state.words());
        }
        chips.removeAll();
        for (var condition : state.conditions()) {
            if (!(condition instanceof AuditCondition.Saying)) {
                chips.add(
                        chip(words.of(condition), () -> changed.accept(state.without(condition))));
            }
        }
        if (state.conditions().size() > 1) {
            var clear = new Button("Clear all", _ -> changed.accept(state.withoutAll()));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            chips.add(clear);
        }
        chips.setVisible(chips.getChildren().findAny().isPresent());
        sinceLastVisit.setVisible(!state.has(new AuditCondition.During(AuditSpan.LAST_VISIT)));
        conflictsOnly.setVisible(!state.has(new AuditCondition.ConflictsOnly()));
    }

    private Button quick(AuditCondition condition) {
        var button =
                new Button(
                        words.of(condition),
                        VaadinIcon.PLUS_CIRCLE_O.create(),
                        _ -> changed.accept(state.with(condition)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
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
