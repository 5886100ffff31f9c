package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which side wrote later: by hybrid time, then by site, at last by the values themselves, so that
/// every site finds the same winner, whichever side it calls its own.
final class Later {

    private Later() {}

    static Party of(FieldName field, ThreeValues values, Side theirs, Side mine) {
        return of(new TreeMap<>(Map.of(field, values)), theirs, mine);
    }

    /// Of a whole unit: a side is as late as the last of its changes.
    static Party of(SortedMap<FieldName, ThreeValues> unit, Side theirs, Side mine) {
        int order = last(unit, Party.MINE, mine).compareTo(last(unit, Party.THEIRS, theirs));
        for (var values : unit.values()) {
            if (order != 0) {
                break;
            }
            order = text(values.mine()).compareTo(text(values.theirs()));
        }
        return order > 0 ? Party.MINE : Party.THEIRS;
    }

    private static Stamp last(SortedMap<FieldName, ThreeValues> unit, Party party, Side side) {
        return unit.entrySet().stream()
                .filter(entry -> entry.getValue().isChangedBy(party))
                .map(entry -> side.stampOf(entry.getKey()))
                .max(Stamp::compareTo)
                .orElse(side.stamp());
    }

    private static String text(@Nullable FieldValue value) {
        return value == null ? "" : FieldJson.writeValue(value);
    }
}
