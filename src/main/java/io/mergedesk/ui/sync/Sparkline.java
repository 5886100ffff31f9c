package io.mergedesk.ui.sync;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.sync.Pulse;
import java.util.List;

/// What a target took and did not take, minute by minute, as small bars; said in words too.
final class Sparkline extends Div {

    Sparkline(List<Pulse> pulses) {
        addClassName("sync-spark");
        long most = pulses.stream().mapToLong(one -> one.taken() + one.failed()).max().orElse(0);
        long taken = pulses.stream().mapToLong(Pulse::taken).sum();
        long failed = pulses.stream().mapToLong(Pulse::failed).sum();
        var said = taken + " delivered and " + failed + " failed attempts in the last half hour";
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", said)
                .setAttribute("title", said);
        for (var one : pulses) {
            var bar =
                    new Span(part("taken", one.taken(), most), part("failed", one.failed(), most));
            bar.addClassName("sync-spark-bar");
            add(bar);
        }
    }

    private static Span part(String name, long value, long most) {
        var part = new Span();
        part.addClassName("sync-spark-" + name);
        part.getStyle().set("height", (most == 0 ? 0 : Math.ceil(100.0 * value / most)) + "%");
        return part;
    }
}
