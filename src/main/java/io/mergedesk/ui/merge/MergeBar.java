package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;

/// What can be done with all questions at once: how many are left, take back, look, save.
final class MergeBar extends Div {

    /// What the buttons do.
    interface Actions {
        void jump();

        void undo();

        void redo();

        void columns();

        void preview();

        void save();
    }

    private final Div left = new Div();
    private final Button jump;
    private final Button columns;
    private final Button undo;
    private final Button redo;
    private final Button save;
    private final Button preview;

    MergeBar(Actions actions) {
        addClassName("merge-bar");
        left.addClassName("merge-left");
        left.getElement().setAttribute("role", "status");
        jump = new Button("", _ -> actions.jump());
        jump.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        jump.addClassName("merge-jump");
        columns = new Button("", _ -> actions.columns());
        columns.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        columns.addClassName("merge-columns");
        columns.setSuffixComponent(RowButtons.key("V"));
        undo = new Button("Undo", _ -> actions.undo());
        redo = new Button("Redo", _ -> actions.redo());
        preview = new Button("Preview", _ -> actions.preview());
        save = new Button("Save resolution", _ -> actions.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClassName("save-resolution");
        save.setSuffixComponent(RowButtons.key("Ctrl ⏎"));
        var words = new Div(left, jump);
        words.addClassName("merge-progress");
        add(words, columns, undo, redo, preview, save);
    }

    void show(Telling telling, Deciding deciding, boolean inColumns, boolean fixed) {
        int open = deciding.left();
        left.removeAll();
        left.add(
                open == 0
                        ? new StatusBadge("all decided", StatusBadge.Kind.OK)
                        : new StatusBadge(
                                open + " of " + deciding.total() + " left",
                                StatusBadge.Kind.CONFLICT));
        left.setVisible(!fixed);
        jump.setVisible(open > 0 && !fixed);
        jump.setText("Still open: " + names(telling, deciding));
        jump.setAriaLabel("Go to what is still open: " + names(telling, deciding));
        columns.setText(inColumns ? "List" : "Columns");
        step(undo, "Undo", deciding.steps().undoes().orElse(""), fixed);
        step(redo, "Redo", deciding.steps().redoes().orElse(""), fixed);
        redo.setVisible(!fixed && deciding.steps().redoes().isPresent());
        preview.setVisible(!fixed);
        preview.setEnabled(open == 0);
        save.setVisible(!fixed);
        save.setEnabled(open == 0);
        save.setTooltipText(open == 0 ? "" : "Still open: " + names(telling, deciding));
    }

    private static void step(Button button, String verb, String what, boolean fixed) {
        button.setVisible(!fixed);
        button.setEnabled(!what.isEmpty());
        button.setAriaLabel(what.isEmpty() ? verb : verb + ": " + what);
        button.setTooltipText(what.isEmpty() ? "" : verb + ": " + what);
    }

    private static String names(Telling telling, Deciding deciding) {
        var names =
                deciding.open().stream().map(question -> question.label(telling.type())).toList();
        return deciding.isKeepOrDeleteOpen()
                ? names.isEmpty() ? "keep or delete" : "keep or delete, " + String.join(", ", names)
                : shortened(names);
    }

    private static String shortened(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " …";
    }

    void focusSave() {
        save.focus();
    }
}
