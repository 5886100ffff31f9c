package io.mergedesk.ui.fields;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.ui.shell.BrowserZone;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// The person in front of a page: who they are, and how they read dates and numbers.
public record Viewer(Services services, UserId id, String name, Locale locale, ZoneId zone) {

    /// The person whose request is served now.
    public static Viewer of(UI page, Services services) {
        var account = services.account().get();
        return new Viewer(
                services,
                account.actor().id(),
                account.name(),
                page.getLocale(),
                BrowserZone.of(page));
    }

    /// Their rights of now.
    ///
    /// @throws IllegalStateException when they have been disabled since
    public Actor actor() {
        return stillHere()
                .orElseThrow(() ->
                        new IllegalStateException("expected " + id + " to be an active account"));
    }

    /// Their rights of now; empty when they have been disabled since.
    public Optional<Actor> stillHere() {
        return services.actors().of(id);
    }

    /// As the author of an edit made on a screen.
    public Author author() {
        return Author.of(actor(), Origin.UI);
    }
}
