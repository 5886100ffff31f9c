package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// What happened since the page was opened, in one sentence, for those who hear the page too.
final class MergeNews extends Div {

    MergeNews() {
        addClassName("merge-news");
        getElement().setAttribute("role", "status");
    }

    void tell(String words) {
        removeAll();
        var note = new Div(new Span(words));
        note.addClassNames("note", "note-theirs");
        add(note);
    }
}
