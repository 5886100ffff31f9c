package io.mergedesk.ui.account;

import com.vaadin.flow.component.UI;
import io.mergedesk.ui.shell.BrowserZone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Times as the person at this browser reads them: in their language and their time zone.
public final class LocalMoments {

    private final DateTimeFormatter format;

    private LocalMoments(DateTimeFormatter format) {
        this.format = format;
    }

    /// @param page the page that shows the times
    public static LocalMoments of(UI page) {
        return new LocalMoments(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(page.getLocale())
                        .withZone(BrowserZone.of(page)));
    }

    public String show(Instant moment) {
        return format.format(moment);
    }
}
