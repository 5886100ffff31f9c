package io.mergedesk.ui.shell;

import com.vaadin.flow.component.avatar.Avatar;
import java.util.Locale;
import java.util.regex.Pattern;

/// A person's round mark: two letters in a colour of their own, the whole name in the tooltip.
public final class Person extends Avatar {

    /// Dark enough for white letters at 4.5 to 1, none of them the blue or the orange of the two
    /// sides.
    private static final String[] COLOURS = {
        "#6b5bc7", "#0f766e", "#a21caf", "#4d7c0f", "#be123c", "#475569", "#7c5a2a", "#0e7490"
    };

    private static final Pattern GAPS = Pattern.compile("[\\s._@-]+");

    public Person(String name) {
        super(name);
        setAbbreviation(initials(name));
        addClassName("person");
        setTooltipEnabled(true);
        getStyle().set("--person", colour(name));
    }

    /// The colour that everybody knows them by.
    public static String colour(String name) {
        return COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
    }

    /// Marks whose side of a difference this is: the blue one.
    public Person asMine() {
        return side("person-mine");
    }

    /// Marks whose side of a difference this is: the orange one.
    public Person asTheirs() {
        return side("person-theirs");
    }

    private Person side(String className) {
        getStyle().remove("--person");
        addClassName(className);
        return this;
    }

    /// The two letters that stand for them.
    public static String initials(String name) {
        var words = GAPS.splitAsStream(name.strip()).filter(word -> !word.isEmpty()).toList();
        var letters =
                words.size() > 1
                        ? first(words.get(0), 1) + first(words.get(1), 1)
                        : first(name.strip(), 2);
        return letters.toUpperCase(Locale.ROOT);
    }

    private static String first(String word, int count) {
        var there = Math.min(count, word.codePointCount(0, word.length()));
        return word.substring(0, word.offsetByCodePoints(0, there));
    }
}
