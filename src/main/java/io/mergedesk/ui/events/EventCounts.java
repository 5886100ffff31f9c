package io.mergedesk.ui.events;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.events.EventName;
import java.text.NumberFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// How many of each event came since the page was opened; those that did not come are not shown.
final class EventCounts extends Div {

    private final Map<EventName, Long> counts = new EnumMap<>(EventName.class);
    private final Map<EventName, Span> shown = new EnumMap<>(EventName.class);
    private final Span none = new Span("No event since this page was opened.");

    EventCounts() {
        addClassName("event-counts");
        none.addClassName("soft");
        add(none);
    }

    void add(Map<EventName, Long> more) {
        for (var name : EventName.values()) {
            var came = more.get(name);
            if (came != null) {
                var now = counts.merge(name, came, Long::sum);
                span(name)
                        .setText(
                                name.wireName()
                                        + " "
                                        + NumberFormat.getIntegerInstance(Locale.ENGLISH)
                                                .format(now));
            }
        }
        none.setVisible(counts.isEmpty());
    }

    private Span span(EventName name) {
        return shown.computeIfAbsent(
                name,
                _ -> {
                    var span = new Span();
                    span.addClassNames("badge", "number");
                    add(span);
                    return span;
                });
    }
}
