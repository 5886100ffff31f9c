package io.mergedesk.ui.records;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The person in front of a page: who they are, and how they read dates and numbers.
record Viewer(Services services, UserId id, String name, Locale locale, ZoneId zone) {

    /// The person whose request is served now.
    static Viewer of(UI page, Services services) {
        var account = services.account().get();
        return new Viewer(
                services,
                account.actor().id(),
                account.name(),
                page.getLocale(),
                zone(page.getPage().getExtendedClientDetails().getTimeZoneId()));
    }

    /// Their rights of now.
    ///
    /// @throws IllegalStateException when they have been disabled since
    Actor actor() {
        return stillHere()
                .orElseThrow(() ->
                        new IllegalStateException("expected " + id + " to be an active account"));
    }

    /// Their rights of now; empty when they have been disabled since.
    Optional<Actor> stillHere() {
        return services.actors().of(id);
    }

    Author author() {
        return Author.of(actor(), Origin.UI);
    }

    private static ZoneId zone(@Nullable String told) {
        try {
            return told == null ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
