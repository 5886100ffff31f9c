package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.mergedesk.common.Actor;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The navigation of one person: the groups with what they may open.
final class Navigation extends Nav {

    private final List<NavigationEntries> sources;
    private final Actor actor;
    private List<Shown> shown = List.of();

    private record Shown(NavigationGroup group, List<NavigationEntry> entries) {}

    Navigation(List<NavigationEntries> sources, Actor actor) {
        this.sources = List.copyOf(sources);
        this.actor = actor;
        getElement().setAttribute("aria-label", "Main");
        refresh();
    }

    /// Asks again, and changes the page only where the answer is another one.
    void refresh() {
        var wanted = Stream.of(NavigationGroup.values()).map(this::ask).toList();
        if (!wanted.equals(shown)) {
            shown = wanted;
            removeAll();
            wanted.stream().filter(group -> !group.entries().isEmpty()).forEach(this::show);
        }
    }

    /// The first entry of all: where the brand mark leads, and `/`.
    String home() {
        return shown.stream()
                .flatMap(group -> group.entries().stream())
                .map(NavigationEntry::path)
                .findFirst()
                .orElse("");
    }

    private Shown ask(NavigationGroup group) {
        return new Shown(
                group,
                sources.stream()
                        .filter(source -> source.group() == group)
                        .flatMap(source -> source.entriesFor(actor).stream())
                        .toList());
    }

    private void show(Shown group) {
        var nav = new SideNav();
        if (group.group() == NavigationGroup.RECORDS) {
            nav.getElement().setAttribute("aria-label", group.group().label());
        } else {
            nav.setLabel(group.group().label());
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
