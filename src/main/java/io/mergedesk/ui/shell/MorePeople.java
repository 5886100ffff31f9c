package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Span;
import java.util.List;

/// "+3": people there is no room for; who they are is said in the tooltip.
public final class MorePeople extends Span {

    public MorePeople(List<String> who) {
        super("+" + who.size());
        addClassName("more-people");
        var words = String.join(", ", who);
        getElement()
                .setAttribute("title", words)
                .setAttribute("role", "img")
                .setAttribute("aria-label", "and " + words);
    }
}
