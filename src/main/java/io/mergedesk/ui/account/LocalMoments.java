package io.mergedesk.ui.account;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/// Times as the person at this browser reads them: in their language and their time zone.
public final class LocalMoments {

    private final DateTimeFormatter format;

    private LocalMoments(DateTimeFormatter format) {
        this.format = format;
    }

    /// @param page the page that shows the times
    public static LocalMoments of(UI page) {
        var zone = zone(page.getPage().getExtendedClientDetails().getTimeZoneId());
        return new LocalMoments(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(page.getLocale())
                        .withZone(zone));
    }

    public String show(Instant moment) {
        return format.format(moment);
    }

    private static ZoneId zone(@Nullable String told) {
        try {
            return told == null ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
