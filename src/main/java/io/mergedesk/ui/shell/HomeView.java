package io.mergedesk.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/// `/` leads to the first entry of the navigation.
@Route(value = "", layout = MainLayout.class)
@PageTitle("Mergedesk")
@PermitAll
class HomeView extends PlainWords implements BeforeEnterObserver {

    private final transient Destinations destinations;
    private final transient CurrentAccount current;

    HomeView(Destinations destinations, CurrentAccount current) {
        this.destinations = destinations;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        destinations
                .first(current.get().actor())
                .ifPresentOrElse(
                        entry -> event.forwardTo(entry.path()),
                        () ->
                                say(
                                        "There is nothing to work on yet",
                                        "An admin defines the first type of records, and it appears here."));
    }
}
