package io.mergedesk.events;

import java.util.Optional;

/// Which events a subscriber wants: one name (`entity:created`), a family (`entity:*`), or all
/// (`*`).
public record Pattern(String text) {

    public static final Pattern ALL = new Pattern("*");

    public Pattern {
        boolean known =
                text.equals("*")
                        || text.equals("entity:*")
                        || text.equals("sync:*")
                        || text.equals("network:*")
                        || EventName.parse(text).isPresent();
        if (!known) {
            throw new IllegalArgumentException(
                    "pattern '"
                            + text
                            + "' matches no event: expected *, entity:*, sync:*, network:* or an event's name");
        }
    }

    /// The pattern of that text, unless it matches no event.
    public static Optional<Pattern> parse(String text) {
        try {
            return Optional.of(new Pattern(text.strip()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public static Pattern of(EventName name) {
        return new Pattern(name.wireName());
    }

    public boolean matches(EventName name) {
        return text.endsWith("*")
                ? name.wireName().startsWith(text.substring(0, text.length() - 1))
                : name.wireName().equals(text);
    }
}
