package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Span;

/// A short word on a coloured ground; the word is the signal, the colour only helps to find it.
public final class StatusBadge extends Span {

    /// What the ground says.
    public enum Kind {
        PLAIN,
        SYNCED,
        PENDING,
        CONFLICT,
        OK,
        WARN,
        BAD,
        MINE,
        THEIRS,
        ACCENT;

        private String className() {
            return "badge-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public StatusBadge(String text, Kind kind) {
        super(text);
        addClassNames("badge", kind.className());
    }
}
