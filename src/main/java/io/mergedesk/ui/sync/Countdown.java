package io.mergedesk.ui.sync;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.ui.shell.Modules;
import java.time.Duration;
import java.time.Instant;

/// "in 12 s", counting down by itself in the browser, from how long it still is: the clocks of
/// server and browser need not agree.
@Tag("count-down")
final class Countdown extends Span {

    private final transient Instant until;

    Countdown(Instant until) {
        this.until = until;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var left = Math.max(0, Duration.between(Instant.now(), until).toSeconds());
        Modules.call(getElement(), "countdown.js", "{ m.countDown(this, $0); }", (double) left);
    }
}
