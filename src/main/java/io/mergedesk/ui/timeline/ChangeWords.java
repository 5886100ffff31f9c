package io.mergedesk.ui.timeline;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.shell.StatusBadge;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What happened, as one would tell it.
public final class ChangeWords {

    private static final int MOST_LABELS = 3;

    private ChangeWords() {}

    /// What follows the name of the person: "changed Phone, Status".
    public static String verb(Change change, EntityType type) {
        if (change.event() == EventName.ENTITY_CREATED) {
            return change.origin() == Origin.IMPORT ? "imported it" : "created it";
        }
        if (change.event() == EventName.ENTITY_DELETED) {
            return "deleted it";
        }
        if (change.fields().isEmpty()) {
            return change.origin() == Origin.RESTORE
                    ? "restored it after the deletion"
                    : "saved it unchanged";
        }
        return doing(change.origin())
                + " "
                + labels(change.fields().stream().map(one -> one.field()).toList(), type);
    }

    private static String doing(Origin origin) {
        return switch (origin) {
            case RESTORE -> "restored";
            case MERGE -> "merged";
            case IMPORT -> "imported";
            case UI, API, OFFLINE, SITE -> "changed";
        };
    }

    /// At most three or four labels, in the order of the form: "Phone, Status, City and 2 more".
    public static String labels(Collection<FieldName> fields, EntityType type) {
        List<String> labels = fields.stream().sorted(inOrderOf(type)).map(type::labelOf).toList();
        if (labels.size() <= MOST_LABELS + 1) {
            return String.join(", ", labels);
        }
        return String.join(", ", labels.subList(0, MOST_LABELS))
                + " and "
                + (labels.size() - MOST_LABELS)
                + " more";
    }

    /// As the form shows them; what the form does not show comes last.
    public static Comparator<FieldName> inOrderOf(EntityType type) {
        var order = type.definition().fields().stream().map(FieldDefinition::name).toList();
        return Comparator.comparingInt(
                name -> order.contains(name) ? order.indexOf(name) : order.size());
    }

    /// How it came in, for a badge.
    public static String badge(Origin origin) {
        return origin == Origin.UI ? "screen" : origin.wireName();
    }

    /// The same on its ground.
    public static StatusBadge originBadge(Origin origin) {
        return new StatusBadge(
                badge(origin),
                switch (origin) {
                    case UI, API, IMPORT, OFFLINE, SITE -> StatusBadge.Kind.PLAIN;
                    case MERGE, RESTORE -> StatusBadge.Kind.ACCENT;
                });
    }

    /// How it came in, within a sentence.
    public static String way(Origin origin) {
        return switch (origin) {
            case UI -> "on a screen";
            case API -> "through the API";
            case IMPORT -> "by an import";
            case OFFLINE -> "while offline";
            case SITE -> "at another site";
            case MERGE -> "on the merge screen";
            case RESTORE -> "by restoring";
        };
    }

    /// How it came in and what it was joined with, after who and when: "on a screen · had seen v12,
    /// …".
    public static String story(Change change) {
        var before = new Revision(change.revision().number() - 1);
        var way = way(change.origin());
        return !change.base().equals(Revision.NONE) && change.base().isBefore(before)
                ? way + " · had seen " + change.base() + ", joined with what others had saved since"
                : way;
    }

    /// "changed it 4 times in 6 minutes".
    public static String burst(int count, Duration lasted) {
        return String.format(Locale.ENGLISH, "changed it %d times in %s", count, minutes(lasted));
    }

    /// "a minute", "6 minutes".
    public static String minutes(Duration lasted) {
        long minutes = lasted.toMinutes();
        return minutes < 2 ? "a minute" : minutes + " minutes";
    }

    /// "1 field", "2 fields".
    public static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
