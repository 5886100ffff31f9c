package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.ui.shell.Shortcut;
import java.util.List;

/// What the keys of the screen do, those that do not move among the rows.
record MergeKeys(Div page, RowList list, MergeBar.Actions actions, boolean fixed) {

    private static final String WITH_BASE = "with-base";

    /// All keys of the screen, for the list of them.
    static List<Shortcut> all() {
        return List.of(
                new Shortcut("J K ↓ ↑", "Move through the rows"),
                new Shortcut("F7", "Next open row; with Shift the one before"),
                new Shortcut("1 2 3", "Use the waiting edit’s (blue), the other’s (orange), both"),
                new Shortcut("S", "Take what is suggested"),
                new Shortcut("E", "Edit the value"),
                new Shortcut("B", "Show or hide what it was"),
                new Shortcut("V", "List or columns"),
                new Shortcut("U", "Show or hide what is unchanged"),
                new Shortcut("Ctrl Z", "Undo; with Shift redo"),
                new Shortcut("Ctrl Enter", "Save the resolution"),
                new Shortcut("F8", "Next conflict; with Shift the one before"),
                new Shortcut("Esc", "Leave; decisions are kept"));
    }

    void listen() {
        var focus = new RowFocus(page.getElement());
        page.addAttachListener(_ -> focus.listen());
        page.getElement()
                .addEventListener(
                        "merge-key",
                        event -> {
                            var told = event.getEventData().path("event.detail");
                            press(told.path("key").asString(""), told.path("row").asString(""));
                        })
                .addEventData("event.detail");
    }

    private void press(String key, String row) {
        switch (key) {
            case "v" -> actions.columns();
            case "b" -> page.setClassName(WITH_BASE, !page.hasClassName(WITH_BASE));
            case "u" -> list.foldUnchanged();
            default -> {
                if (!fixed) {
                    decide(key, row);
                }
            }
        }
    }

    private void decide(String key, String row) {
        switch (key) {
            case "1" -> list.choose(row, Choice.Whole.MINE);
            case "2" -> list.choose(row, Choice.Whole.THEIRS);
            case "3" -> list.choose(row, Choice.Whole.BOTH);
            case "e" -> list.question(row).ifPresent(list::edit);
            case "s" -> list.question(row).ifPresent(list::take);
            case "undo" -> actions.undo();
            case "redo" -> actions.redo();
            default -> throw new IllegalStateException("expected a key of the list, got " + key);
        }
    }
}
