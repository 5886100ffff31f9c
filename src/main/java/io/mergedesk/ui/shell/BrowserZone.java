package io.mergedesk.ui.shell;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The time zone of the person at a browser.
public final class BrowserZone {

    private BrowserZone() {}

    /// UTC where the browser did not tell, or told one that is unknown here.
    public static ZoneId of(UI page) {
        var told = page.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return told == null ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
