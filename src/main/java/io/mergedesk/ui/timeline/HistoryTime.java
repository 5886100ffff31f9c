package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.ui.shell.Ago;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times in the words of the person who reads, in their own zone.
public record HistoryTime(InstantSource clock, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = format("HH:mm");
    private static final DateTimeFormatter SECOND = format("HH:mm:ss");
    private static final DateTimeFormatter DAY = format("EEEE d MMMM");
    private static final DateTimeFormatter DAY_OF_ANOTHER_YEAR = format("EEEE d MMMM yyyy");
    private static final DateTimeFormatter EXACT = format("d MMMM yyyy, HH:mm:ss zzz");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /// The day it was for the reader.
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// Such as `14:02`.
    public String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /// Everything there is to know: `23 November 2026, 14:02:11 CET`.
    public String exact(Instant at) {
        return EXACT.format(at.atZone(zone));
    }

    /// The heading of a day: "Today", "Yesterday", "Friday 20 November".
    public String heading(LocalDate day) {
        var today = dayOf(clock.instant());
        if (day.equals(today)) {
            return "Today";
        }
        if (day.equals(today.minusDays(1))) {
            return "Yesterday";
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_ANOTHER_YEAR).format(day);
    }

    /// Within a sentence: "today 14:02:11".
    public String within(Instant at) {
        var heading = heading(dayOf(at));
        var day =
                heading.equals("Today") || heading.equals("Yesterday")
                        ? heading.toLowerCase(Locale.ENGLISH)
                        : heading;
        return day + " " + SECOND.format(at.atZone(zone));
    }

    public String ago(Instant at) {
        return new Ago(clock).of(at);
    }

    /// Such as `14:01 – 14:07`; once where it is the same minute.
    String minutes(Instant first, Instant last) {
        var from = minute(first);
        var to = minute(last);
        return from.equals(to) ? from : from + " – " + to;
    }

    /// A moment with its exact form behind it.
    public Span moment(Instant at, String shown) {
        var moment = new Element("time");
        moment.setAttribute("datetime", at.toString())
                .setAttribute("title", exact(at))
                .setText(shown);
        var span = new Span();
        span.getElement().appendChild(moment);
        return span;
    }
}
