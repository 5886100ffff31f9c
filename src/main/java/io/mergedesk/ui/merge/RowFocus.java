package io.mergedesk.ui.merge;

import com.vaadin.flow.dom.Element;
import io.mergedesk.ui.shell.Modules;

/// Where the keyboard is among the rows of a page.
record RowFocus(Element page) {

    private static final String MODULE = "merge-keys.js";

    /// From now on keys move among the rows, and what else they mean is told by `merge-key` events.
    void listen() {
        Modules.call(page, MODULE, "m.listen(this)");
    }

    /// The next open row, from that one on and round again; from the top where none is named.
    void toOpen(String row) {
        Modules.call(page, MODULE, "m.goToOpen(this, $0, 1)", row);
    }

    void to(String row) {
        Modules.call(page, MODULE, "m.goToRow(this, $0)", row);
    }
}
