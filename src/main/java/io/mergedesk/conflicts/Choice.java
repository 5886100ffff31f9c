package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person decides for one field.
public sealed interface Choice {

    /// One of the values that are there, as a whole.
    enum Whole implements Choice {
        MINE,
        THEIRS,
        BASE,
        /// All members of both sets, or in every disputed run of a text theirs, then mine.
        BOTH;

        /// The form used in the API and in tables, such as `mine`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Whole> parse(String text) {
            return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
        }
    }

    /// A value of their own; null clears.
    record Value(@Nullable FieldValue value) implements Choice {}

    /// For runs of a text, by their place in [Contest#hunks]; runs that are not disputed and not
    /// named stay as they were merged.
    record Hunks(SortedMap<Integer, HunkChoice> byPlace) implements Choice {

        public static final Hunks NONE = new Hunks(Collections.emptySortedMap());

        public Hunks {
            byPlace = Collections.unmodifiableSortedMap(new TreeMap<>(byPlace));
        }

        public Hunks with(int place, HunkChoice choice) {
            var places = new TreeMap<>(byPlace);
            places.put(place, choice);
            return new Hunks(places);
        }

        public static Hunks of(Map<Integer, HunkChoice> byPlace) {
            return new Hunks(new TreeMap<>(byPlace));
        }
    }

    enum HunkChoice {
        BASE,
        THEIRS,
        MINE,
        THEIRS_THEN_MINE,
        MINE_THEN_THEIRS;

        /// The form used in the API and in tables, such as `theirs-then-mine`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<HunkChoice> parse(String text) {
            return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
        }

        String of(Hunk hunk) {
            return switch (this) {
                case BASE -> hunk.base();
                case THEIRS -> hunk.theirs();
                case MINE -> hunk.mine();
                case THEIRS_THEN_MINE -> together(hunk.theirs(), hunk.mine());
                case MINE_THEN_THEIRS -> together(hunk.mine(), hunk.theirs());
            };
        }

        /// Something has to part them: a new line where there are lines, a blank elsewhere.
        private static String together(String first, String second) {
            if (first.isEmpty() || second.isEmpty() || isParted(first, second)) {
                return first + second;
            }
            boolean lines = first.indexOf('\n') >= 0 || second.indexOf('\n') >= 0;
            return first + (lines ? "\n" : " ") + second;
        }

        private static boolean isParted(String first, String second) {
            return Character.isWhitespace(first.charAt(first.length() - 1))
                    || Character.isWhitespace(second.charAt(0));
        }
    }
}
