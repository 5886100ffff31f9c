package io.mergedesk.ui.sync;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mergedesk.sync.CatchUp;
import java.util.Locale;

/// How far a target that is behind has come.
final class CatchUpBar extends Div {

    /// With less open than this a target is not behind, only busy.
    static final long FAR_BEHIND = 100;

    CatchUpBar(CatchUp course) {
        addClassName("sync-catch-up");
        var words = words(course);
        var bar = new ProgressBar(0, Math.max(1, course.all()), course.sent());
        bar.getElement()
                .setAttribute("aria-label", "Catching up")
                .setAttribute("aria-valuetext", words);
        var text = new Span(words);
        text.addClassNames("small", "number");
        add(text, bar);
    }

    static String words(CatchUp course) {
        return String.format(Locale.ROOT, "%,d of %,d sent", course.sent(), course.all());
    }
}
