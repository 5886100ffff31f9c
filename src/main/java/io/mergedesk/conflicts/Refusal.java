package io.mergedesk.conflicts;

import io.mergedesk.common.FieldName;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Takes the changes out of a merge that may not be made any more.
///
/// Where one field of a group may not be written, the author's other changes of the group go with
/// it: they would be half an edit. A field that was removed is no part of its group any more.
final class Refusal {

    private Refusal() {}

    /// @param unit loses the fields that are in the answer
    static SortedMap<FieldName, FieldOutcome> takenFrom(
            SortedMap<FieldName, ThreeValues> unit, Side theirs, Side mine, boolean group) {
        var refused = new TreeMap<FieldName, FieldOutcome>();
        for (var party : Party.values()) {
            var barred = party == Party.MINE ? mine.barred() : theirs.barred();
            boolean whole = group && isHalf(unit, party, barred);
            unit.forEach((field, values) -> {
                var bar = whole ? barred.getOrDefault(field, Bar.READ_ONLY) : barred.get(field);
                if (bar != null && values.isChangedBy(party)) {
                    refused.merge(
                            field,
                            refusal(values, party, bar),
                            (one, other) -> neither(values, (FieldOutcome.Refused) one));
                }
            });
        }
        unit.keySet().removeAll(refused.keySet());
        return refused;
    }

    private static boolean isHalf(
            SortedMap<FieldName, ThreeValues> unit, Party party, Map<FieldName, Bar> barred) {
        return unit.entrySet().stream()
                .anyMatch(entry ->
                        barred.get(entry.getKey()) == Bar.READ_ONLY
                                && entry.getValue().isChangedBy(party));
    }

    private static FieldOutcome.Refused refusal(ThreeValues values, Party party, Bar bar) {
        return new FieldOutcome.Refused(
                values.base(),
                values.theirs(),
                values.mine(),
                party,
                bar,
                values.of(party.other()));
    }

    private static FieldOutcome.Refused neither(ThreeValues values, FieldOutcome.Refused one) {
        return new FieldOutcome.Refused(
                values.base(),
                values.theirs(),
                values.mine(),
                one.party(),
                one.bar(),
                values.base());
    }
}
