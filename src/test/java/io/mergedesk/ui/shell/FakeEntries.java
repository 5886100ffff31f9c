package io.mergedesk.ui.shell;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A desk whose counter a test moves.
final class FakeEntries implements NavigationEntries {

    final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile long conflicts = 5;

    void count(long now) {
        conflicts = now;
        listeners.forEach(Runnable::run);
    }

    @Override
    public NavigationGroup group() {
        return NavigationGroup.DESK;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return List.of(
                NavigationEntry.to("conflicts", "Conflicts")
                        .counting(
                                new NavigationEntry.Counter(
                                        conflicts,
                                        NavigationEntry.Tone.CONTESTED,
                                        "open conflicts")),
                NavigationEntry.to("merges", "Automatic merges"));
    }

    @Override
    public Subscription onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
