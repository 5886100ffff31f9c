package io.mergedesk.ui.records;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/// What a page tells the server, held back until it is let go.
final class HeldRequests {

    private static final String REQUESTS = "**/?v-r=uidl*";

    private final Page page;
    private final List<Route> held = new ArrayList<>();
    private boolean letGo;

    private HeldRequests(Page page) {
        this.page = page;
    }

    static HeldRequests of(Page page) {
        var requests = new HeldRequests(page);
        page.route(REQUESTS, requests::hold);
        return requests;
    }

    private void hold(Route route) {
        if (letGo) {
            route.resume();
        } else {
            held.add(route);
        }
    }

    HeldRequests awaitOne() {
        page.waitForCondition(() -> !held.isEmpty());
        return this;
    }

    void letGo() {
        letGo = true;
        held.forEach(Route::resume);
    }

    /// From now on the page speaks freely again.
    void end() {
        page.unroute(REQUESTS);
    }
}
