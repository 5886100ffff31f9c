package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.api.Answer;
import io.mergedesk.api.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What some entities hold, in their histories and in their conflicts, asked of a running
/// application.
final class KeptValues {

    private final Program admin;
    private final List<String> entities;
    private final Map<String, List<JsonNode>> conflicts = new HashMap<>();
    private final Map<String, List<JsonNode>> changes = new HashMap<>();

    KeptValues(Program admin, List<String> entities) {
        this.admin = admin;
        this.entities = List.copyOf(entities);
        for (var entity : entities) {
            var found = new ArrayList<JsonNode>();
            for (var status : List.of("open", "settled", "automatic")) {
                found.addAll(all("/api/v1/conflicts?entity=" + entity + "&status=" + status));
            }
            conflicts.put(entity, found);
            changes.put(entity, all("/api/v1/entities/" + entity + "/changes?"));
        }
    }

    private List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            Answer page = admin.get(path + "&limit=200" + cursor).expect(200);
            page.at("/items").forEach(items::add);
            var next = page.at("/nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return items;
    }

    Set<String> values() {
        var values = new HashSet<String>();
        changes.values()
                .forEach(list ->
                        list.forEach(change ->
                                change.at("/fields")
                                        .forEach(field -> values.add(text(field, "to")))));
        conflicts
                .values()
                .forEach(list ->
                        list.forEach(conflict ->
                                conflict.at("/fields")
                                        .forEach(field -> values.add(text(field, "mine")))));
        return values;
    }

    long openConflicts() {
        return entities.stream().mapToLong(this::openIn).sum();
    }

    private long openIn(String entity) {
        return conflicts.getOrDefault(entity, List.of()).stream()
                .filter(conflict -> text(conflict, "status").equals("open"))
                .count();
    }

    void assertThatHistoriesLeadToWhatIsThere() {
        for (var entity : entities) {
            var replayed = new HashMap<String, String>();
            var steps = new ArrayList<>(changes.getOrDefault(entity, List.of()));
            steps.sort((one, other) ->
                    Long.compare(one.at("/revision").asLong(), other.at("/revision").asLong()));
            for (var step : steps) {
                step.at("/fields")
                        .forEach(field -> {
                            var name = text(field, "field");
                            assertThat(replayed.getOrDefault(name, ""))
                                    .isEqualTo(text(field, "from"));
                            replayed.put(name, text(field, "to"));
                        });
            }
            var now = admin.get("/api/v1/entities/" + entity).expect(200);
            assertThat(now.number("/revision")).isEqualTo(steps.size());
            replayed.forEach((name, value) ->
                    assertThat(text(now.at("/fields"), name)).as(name).isEqualTo(value));
        }
    }

    void assertThatBadgesTellOpenConflicts() {
        for (var entity : entities) {
            var status = admin.get("/api/v1/entities/" + entity).expect(200).text("/status");
            assertThat(status.equals("conflict")).as(entity).isEqualTo(openIn(entity) > 0);
        }
    }

    void assertThatSettledStaysSettled(Set<String> settled) {
        for (var conflict : settled) {
            var now = admin.get("/api/v1/conflicts/" + conflict).expect(200);
            assertThat(now.at("/settlement").isNull()).as(conflict).isFalse();
        }
    }

    private static String text(JsonNode node, String name) {
        var value = node.at("/" + name);
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }
}
