package io.mergedesk.ui.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Event;
import io.mergedesk.ui.shell.StatusBadge;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// One event: when, which, and what it was.
final class EventRow extends ListItem {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss.SSSSSS zzz", Locale.ENGLISH);

    private final boolean gap;

    private EventRow(boolean gap) {
        this.gap = gap;
        addClassName("event");
    }

    /// A row that says that events are missing here.
    static EventRow ofGap() {
        var row = new EventRow(true);
        row.addClassName("event-gap");
        row.setText(
                "Some events were skipped here: too many came at once. The counts include what reached this page.");
        return row;
    }

    static EventRow of(
            Event event, ZoneId zone, Optional<EntityType> type, Optional<String> title) {
        var row = new EventRow(false);
        row.add(time(event, zone), name(event));
        switch (event) {
            case Event.EntityChanged changed ->
                    row.add(
                            told(changed.by(), EventWords.verb(changed, type), changed, title),
                            facts(changed));
            case Event.ConflictChanged changed ->
                    row.add(
                            told(changed.by(), EventWords.verb(changed), changed, title),
                            facts(changed));
            case Event.JobChanged job -> row.add(told(job, title), facts(job));
            case Event.Notice notice -> {
                var told = new Span(notice.subject() + " " + notice.detail());
                told.addClassName("event-told");
                row.add(told);
            }
        }
        return row;
    }

    boolean isGap() {
        return gap;
    }

    private static Span time(Event event, ZoneId zone) {
        var at = event.at().atZone(zone);
        var time = new Element("time");
        time.setAttribute("datetime", event.at().toString())
                .setAttribute("title", EXACT.format(at))
                .setText(TIME.format(at));
        var span = new Span();
        span.addClassName("event-time");
        span.getElement().appendChild(time);
        return span;
    }

    private static Span name(Event event) {
        var badge = new StatusBadge(event.name().wireName(), EventWords.tone(event.name()));
        var span = new Span(badge);
        span.addClassName("event-name");
        return span;
    }

    private static Span told(UserId by, String verb, Event.OfEntity event, Optional<String> title) {
        var told = new Span();
        told.addClassName("event-told");
        told.getElement()
                .appendChild(
                        new Element("strong").setText(by.value()),
                        Element.createText(" " + verb + " "));
        told.add(record(event, title));
        return told;
    }

    private static Component record(Event.OfEntity event, Optional<String> title) {
        var path = "records/" + event.type() + "/" + event.entity();
        return title.isPresent()
                ? new Anchor(path, title.get())
                : new Span("a record that is not here any more");
    }

    private static Span told(Event.JobChanged job, Optional<String> title) {
        var told = new Span();
        told.addClassName("event-told");
        told.getElement().appendChild(new Element("strong").setText(job.target()));
        told.add(new Span(" " + EventWords.verb(job) + " "), record(job, title));
        return told;
    }

    private static Span facts(Event.EntityChanged event) {
        var revision =
                new Anchor(
                        "records/"
                                + event.type()
                                + "/"
                                + event.entity()
                                + "/history?rev="
                                + event.revision().number(),
                        event.revision().toString());
        revision.setTitle("What this revision changed");
        var facts =
                new Span(
                        revision,
                        new Span(" · " + event.origin().wireName()),
                        new Span(" · #" + event.sequence().number()));
        facts.addClassName("event-facts");
        return facts;
    }

    private static Span facts(Event.JobChanged job) {
        var facts = new Span(job.revision() + (job.detail().isEmpty() ? "" : " · " + job.detail()));
        facts.addClassName("event-facts");
        return facts;
    }

    private static Span facts(Event.ConflictChanged event) {
        var conflict = new Anchor("conflicts/" + event.conflict(), "conflict");
        conflict.setTitle("Both sides of it");
        var facts = new Span(conflict, new Span(" · " + event.what().wireName()));
        facts.addClassName("event-facts");
        return facts;
    }
}
