package io.mergedesk.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.mergedesk.audit.AuditItem;

/// What stands above the details of one thing: what it was, where to go from it, who and when.
final class DetailHead {

    private DetailHead() {}

    static Div of(String heading, Component... actions) {
        var head = new Div(new H2(heading));
        head.addClassName("detail-head");
        head.add(actions);
        return head;
    }

    static Anchor link(String address, String label) {
        var link = new Anchor(address, label);
        link.addClassNames("button-link", "button-link-small");
        return link;
    }

    static Div byline(AuditItem item, ItemWords words) {
        var line = new Div();
        line.addClassNames("soft", "small");
        line.add(words.who(item) + ", ");
        line.add(words.time().moment(item.at(), words.time().within(item.at())));
        return line;
    }
}
