package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of a text in three versions. Empty runs are empty texts.
public sealed interface Hunk {

    /// The runs of a text in the order of the text; none for other kinds, and none where one side
    /// cleared the field, as there is nothing to compare.
    static List<Hunk> of(
            FieldKind kind,
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine) {
        var before = base instanceof FieldValue.Text(var text) ? text : "";
        return (kind == FieldKind.TEXT || kind == FieldKind.LONG_TEXT)
                        && theirs instanceof FieldValue.Text(var one)
                        && mine instanceof FieldValue.Text(var other)
                ? TextMerge.of(before, one, other)
                : List.of();
    }

    String base();

    String theirs();

    String mine();

    /// What an automatic merge makes of it; of a [Differ], what is there already.
    default String merged() {
        return theirs();
    }

    /// Nobody touched it.
    record Stable(String text) implements Hunk {
        @Override
        public String base() {
            return text;
        }

        @Override
        public String theirs() {
            return text;
        }

        @Override
        public String mine() {
            return text;
        }
    }

    record MineOnly(String base, String mine) implements Hunk {
        @Override
        public String theirs() {
            return base;
        }

        @Override
        public String merged() {
            return mine;
        }
    }

    record TheirsOnly(String base, String theirs) implements Hunk {
        @Override
        public String mine() {
            return base;
        }
    }

    /// Both made the same of it.
    record Same(String base, String theirs) implements Hunk {
        @Override
        public String mine() {
            return theirs;
        }
    }

    /// Each made something else of it: a person decides.
    record Differ(String base, String theirs, String mine) implements Hunk {}
}
