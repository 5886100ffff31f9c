package io.mergedesk.ui.history;

import io.mergedesk.sync.EditStatus;
import io.mergedesk.sync.EditSync;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Optional;
import java.util.stream.Collectors;

/// How an edit fared in other systems, as one would tell it.
final class SyncWords {

    private SyncWords() {}

    /// Nothing where all is well: that is the rule, and the detail says it.
    static Optional<StatusBadge> badge(EditSync sync) {
        var kind =
                switch (sync.status()) {
                    case CONFLICT -> Optional.of(StatusBadge.Kind.CONFLICT);
                    case REFUSED -> Optional.of(StatusBadge.Kind.BAD);
                    case PENDING -> Optional.of(StatusBadge.Kind.PENDING);
                    case MERGED -> Optional.of(StatusBadge.Kind.ACCENT);
                    case ACCEPTED -> Optional.<StatusBadge.Kind>empty();
                };
        return kind.map(its -> {
            var badge = new StatusBadge(word(sync.status()), its);
            badge.setTitle(line(sync));
            return badge;
        });
    }

    private static String word(EditStatus status) {
        return switch (status) {
            case CONFLICT -> "sync conflict";
            case REFUSED -> "sync refused";
            case PENDING -> "sync pending";
            case MERGED -> "sync merged";
            case ACCEPTED -> "synced";
        };
    }

    /// "CRM: it had changed the same, the desk decides. Shop: taken."
    static String line(EditSync sync) {
        return sync.targets().entrySet().stream()
                .map(one -> one.getKey() + ": " + told(one.getValue()) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String told(EditStatus status) {
        return switch (status) {
            case CONFLICT -> "it had changed the same, the desk decides";
            case REFUSED -> "it did not take this, an admin sees to it";
            case PENDING -> "still to be told";
            case MERGED -> "merged with what had changed there";
            case ACCEPTED -> "taken";
        };
    }
}
