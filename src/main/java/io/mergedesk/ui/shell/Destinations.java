package io.mergedesk.ui.shell;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Where a person can go: what all screens put into the navigation, by group.
@Component
class Destinations {

    private final ObjectProvider<NavigationEntries> sources;

    Destinations(ObjectProvider<NavigationEntries> sources) {
        this.sources = sources;
    }

    /// A part of the navigation, never empty.
    record Group(NavigationGroup part, List<NavigationEntry> entries) {}

    List<Group> of(Actor actor) {
        return Stream.of(NavigationGroup.values())
                .map(part -> new Group(part, entries(part, actor)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /// The first of all: where `/` leads.
    Optional<NavigationEntry> first(Actor actor) {
        return of(actor).stream().flatMap(group -> group.entries().stream()).findFirst();
    }

    /// Calls back whenever any of them may have changed.
    List<Subscription> onChange(Runnable changed) {
        return sources.orderedStream().map(source -> source.onChange(changed)).toList();
    }

    private List<NavigationEntry> entries(NavigationGroup part, Actor actor) {
        return sources.orderedStream()
                .filter(source -> source.group() == part)
                .flatMap(source -> source.entriesFor(actor).stream())
                .toList();
    }
}
