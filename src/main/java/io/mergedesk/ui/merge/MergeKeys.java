package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.conflicts.Choice;

/// What the keys of the screen do, those that do not move among the rows.
record MergeKeys(Div page, RowList list, MergeBar.Actions actions, boolean fixed) {

    private static final String WITH_BASE = "with-base";

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
