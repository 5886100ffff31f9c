package io.mergedesk.ui.merge;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.ui.shell.BrowserDrafts;
import io.mergedesk.ui.shell.Modules;
import java.util.function.Consumer;

/// The reason for a decision, and how the screen is read and used.
final class MergeFoot extends Div {

    static final String REASON = "merge.reason";

    private static final int QUIET_MILLIS = 300;
    private static final int LONGEST = 1_000;

    private final TextArea reason = new TextArea("Reason (optional, kept in the audit trail)");
    private final Checkbox sentences = new Checkbox("Read as sentences");

    MergeFoot(Runnable typed, Consumer<Boolean> inSentences) {
        addClassName("merge-foot");
        BrowserDrafts.named(REASON, reason);
        reason.addClassName("merge-reason");
        reason.setMaxLength(LONGEST);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.setValueChangeTimeout(QUIET_MILLIS);
        reason.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed.run();
            }
        });
        sentences.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                inSentences.accept(change.getValue());
            }
        });
        var single = new Checkbox("Single keys");
        single.addAttachListener(
                _ -> Modules.call(single.getElement(), "merge-keys.js", "m.bindSwitch(this)"));
        var keys =
                new Div(
                        RowButtons.key("F7"),
                        new Span("next open"),
                        RowButtons.key("1"),
                        RowButtons.key("2"),
                        RowButtons.key("3"),
                        new Span("choose"),
                        RowButtons.key("?"),
                        new Span("all keys"));
        keys.addClassNames("merge-keys", "soft");
        var settings = new Div(sentences, single, keys);
        settings.addClassName("merge-settings");
        add(settings, reason);
    }

    String reason() {
        return reason.getValue();
    }

    void showReason(String text) {
        reason.setValue(text);
    }

    void showSentences(boolean inSentences) {
        sentences.setValue(inSentences);
    }

    void fix(boolean fixed) {
        reason.setVisible(!fixed);
    }
}
