package io.mergedesk.api;

import io.mergedesk.conflicts.Choice;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a person decided for a field, as it is sent: `"mine"`, `{"value":…}`, `{"hunks":{…}}`.
final class ChoiceJson {

    private ChoiceJson() {}

    static Object of(Choice choice) {
        return switch (choice) {
            case Choice.Whole whole -> whole.wireName();
            case Choice.Value(var value) ->
                    Collections.singletonMap("value", JsonValue.orNull(value));
            case Choice.Hunks(var byPlace) -> {
                var hunks = new TreeMap<Integer, String>();
                byPlace.forEach((place, one) -> hunks.put(place, one.wireName()));
                yield Map.of("hunks", hunks);
            }
        };
    }
}
