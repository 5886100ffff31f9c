package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.mergedesk.common.Actor;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

/// The navigation of one person: the groups with what they may open.
final class Navigation extends Nav {

    private final transient Destinations destinations;
    private final transient Actor actor;
    private transient List<Destinations.Group> shown = List.of();

    Navigation(Destinations destinations, Actor actor) {
        this.destinations = destinations;
        this.actor = actor;
        getElement().setAttribute("aria-label", "Main");
        refresh();
    }

    /// Asks again, and changes the page only where the answer is another one.
    void refresh() {
        var wanted = destinations.of(actor);
        if (!wanted.equals(shown)) {
            shown = wanted;
            removeAll();
            wanted.forEach(this::show);
        }
    }

    private void show(Destinations.Group group) {
        var nav = new SideNav();
        if (group.part() == NavigationGroup.RECORDS) {
            nav.getElement().setAttribute("aria-label", group.part().label());
        } else {
            nav.setLabel(group.part().label());
        }
        group.entries().forEach(entry -> nav.addItem(item(entry)));
        add(nav);
    }

    private static SideNavItem item(NavigationEntry entry) {
        var item = new SideNavItem(entry.label(), entry.path());
        item.setMatchNested(true);
        entry.counter()
                .filter(counter ->
                        counter.tone() == NavigationEntry.Tone.SIZE || counter.number() > 0)
                .ifPresent(counter -> item.setSuffixComponent(counter(counter)));
        return item;
    }

    private static Span counter(NavigationEntry.Counter counter) {
        var number =
                new Span(NumberFormat.getIntegerInstance(Locale.ENGLISH).format(counter.number()));
        switch (counter.tone()) {
            case SIZE -> number.addClassName("nav-count");
            case WAITING -> number.addClassNames("badge", "badge-warn");
            case CONTESTED -> number.addClassNames("badge", "badge-conflict");
        }
        var what = new Span(" " + counter.what());
        what.addClassName("visually-hidden");
        number.add(what);
        return number;
    }
}
