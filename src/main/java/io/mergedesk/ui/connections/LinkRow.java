package io.mergedesk.ui.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.ui.shell.StatusBadge;
import java.time.Instant;

/// One link; its state and figures change in place.
final class LinkRow extends NativeTableRow {

    private final Div state = new Div();
    private final Span story = new Span();
    private final Figure place = new Figure("Reached");
    private final Figure seen = new Figure("Last seen");
    private final Figure latency = new Figure("Latency");
    private final Figure received = new Figure("Received");
    private String shown = "";

    LinkRow(LinkHealth link, Component actions) {
        var name = new Span(link.link().name());
        name.addClassName("connection-name");
        var url = new Span(link.link().url().toString());
        url.addClassNames("soft", "small");
        var who = new NativeTableCell(new Div(name, url));
        who.addClassName("connection-who");
        story.addClassNames("small", "number");
        var what = new NativeTableCell(new Div(state, story));
        what.addClassNames("connection-what", "link-state");
        var menu = new NativeTableCell(actions);
        menu.addClassName("connection-actions");
        add(who, what, place, seen, latency, received, menu);
    }

    void show(LinkHealth link, Instant now) {
        var word = ConnectionWords.state(link);
        if (!word.equals(shown)) {
            shown = word;
            state.removeAll();
            state.add(new StatusBadge(word, ConnectionWords.tone(link)));
        }
        var words = ConnectionWords.story(link, now);
        if (!words.equals(story.getText())) {
            story.setText(words);
        }
        place.show(
                link.link()
                        .place()
                        .map(sequence -> "#" + ConnectionWords.number(sequence.number()))
                        .orElse(ConnectionWords.NONE));
        seen.show(
                link.lastSeen()
                        .map(at -> ConnectionWords.passed(at, now))
                        .orElse(ConnectionWords.NONE));
        latency.show(ConnectionWords.latency(link.latency()));
        received.show(ConnectionWords.number(link.received()));
    }
}
