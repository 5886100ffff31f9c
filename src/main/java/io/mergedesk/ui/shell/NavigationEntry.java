package io.mergedesk.ui.shell;

import java.util.Optional;

/// One line of the navigation: its label, where it leads (`records/contacts`), and what it counts.
public record NavigationEntry(String label, String path, Optional<Counter> counter) {

    public NavigationEntry {
        if (label.isBlank()) {
            throw new IllegalArgumentException(
                    "expected a label for " + path + ", got a blank one");
        }
    }

    public static NavigationEntry to(String path, String label) {
        return new NavigationEntry(label, path, Optional.empty());
    }

    public NavigationEntry counting(Counter shown) {
        return new NavigationEntry(label, path, Optional.of(shown));
    }

    /// A number beside a label, and how loud it is.
    ///
    /// @param what what is counted, for those who hear the page: "open conflicts"
    public record Counter(long number, Tone tone, String what) {}

    /// How loud a counter is: a size is quiet; work that waits is not, and is hidden at zero.
    public enum Tone {
        SIZE,
        WAITING,
        CONTESTED
    }
}
