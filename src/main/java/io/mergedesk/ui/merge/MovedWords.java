package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.entities.ConflictNow.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/// What others did to the record while somebody was deciding, and what of their decisions stands.
///
/// @param sides of what is there now
/// @param time a moment as the reader reads it
record MovedWords(Sides sides, Function<Instant, String> time) {

    /// "Nora changed Phone at 14:09. Phone is asked again; 3 other decisions are kept."
    ///
    /// @param again what was decided and is asked again
    /// @param kept how many decisions stand
    /// @return empty where nothing of it matters here
    String sentence(Merge before, Collection<FieldName> again, int kept) {
        var changed = changed(before);
        if (changed.isEmpty() && again.isEmpty()) {
            return "";
        }
        var sentences = new ArrayList<String>();
        byWriter(changed)
                .forEach((written, fields) ->
                        sentences.add(
                                sides.name(written.by())
                                        + " changed "
                                        + labels(fields)
                                        + " at "
                                        + time.apply(written.at())
                                        + ClockWords.by(written.origin())
                                        + "."));
        if (!again.isEmpty()) {
            sentences.add(
                    labels(again)
                            + (again.size() == 1 ? " is asked again" : " are asked again")
                            + (kept == 0
                                    ? "."
                                    : "; "
                                            + MergeWords.count(kept, "other decision")
                                            + (kept == 1 ? " is" : " are")
                                            + " kept."));
        } else if (kept > 0) {
            sentences.add("Your decisions are kept.");
        }
        return String.join(" ", sentences);
    }

    private List<FieldName> changed(Merge before) {
        var now = sides.now().merge();
        var fields = new TreeSet<>(before.fields().keySet());
        fields.addAll(now.fields().keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(before.of(field).theirs(), now.of(field).theirs()))
                .toList();
    }

    private LinkedHashMap<Written, List<FieldName>> byWriter(List<FieldName> fields) {
        var byWriter = new LinkedHashMap<Written, List<FieldName>>();
        for (var field : fields) {
            var written = sides.now().theirs().getOrDefault(field, sides.deleting());
            byWriter.computeIfAbsent(written, _ -> new ArrayList<>()).add(field);
        }
        return byWriter;
    }

    private String labels(Collection<FieldName> fields) {
        return MergeWords.joined(fields.stream().map(sides.now().type()::labelOf).toList());
    }
}
