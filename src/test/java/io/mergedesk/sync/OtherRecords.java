package io.mergedesk.sync;

import io.mergedesk.changes.FieldText;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Another system's records: it takes the fields that changed, and refuses what is not on top of
/// the version it has.
final class OtherRecords implements Sender {

    private final Map<EntityId, Kept> records = new ConcurrentHashMap<>();
    private volatile int contested;

    private final Map<String, List<String>> had = new ConcurrentHashMap<>();

    private record Kept(int version, Map<String, String> values) {

        Kept with(String field, String value) {
            var more = new TreeMap<>(values);
            more.put(field, value);
            return new Kept(version + 1, more);
        }

        String etag() {
            return "\"" + version + "\"";
        }
    }

    @Override
    public TargetKind kind() {
        return TargetKind.REST;
    }

    /// Somebody changes it there.
    synchronized void change(EntityId entity, String field, String value) {
        note(entity, field, value);
        records.compute(
                entity,
                (_, kept) -> (kept == null ? new Kept(0, Map.of()) : kept).with(field, value));
    }

    String value(EntityId entity, String field) {
        var kept = records.get(entity);
        return kept == null ? "" : kept.values().getOrDefault(field, "");
    }

    /// All values it ever had of a field, in their order.
    synchronized List<String> values(EntityId entity, String field) {
        return List.copyOf(had.getOrDefault(entity + field, List.of()));
    }

    private void note(EntityId entity, String field, String value) {
        var all = had.computeIfAbsent(entity + field, _ -> new ArrayList<>());
        if (all.isEmpty() || !all.getLast().equals(value)) {
            all.add(value);
        }
    }

    /// How often it refused.
    int contested() {
        return contested;
    }

    @Override
    public synchronized Answer deliver(Delivery delivery) {
        var message = delivery.message();
        var kept = records.getOrDefault(message.entity(), new Kept(0, Map.of()));
        if (delivery.etag().filter(etag -> !etag.equals(kept.etag())).isPresent()) {
            contested++;
            return new Answer.Contested(
                    Exchange.NONE,
                    "it answered 412",
                    Optional.of(JsonMapper.shared().writeValueAsString(kept.values())),
                    Optional.of(kept.etag()));
        }
        var all =
                message.changed().isEmpty()
                        ? message.fields().byName().keySet()
                        : message.changed();
        var next = kept;
        for (FieldName field : all) {
            var value = message.fields().find(field).map(FieldText::write).orElse("");
            next = next.with(field.value(), value);
            note(message.entity(), field.value(), value);
        }
        records.put(message.entity(), next);
        return new Answer.Taken(Exchange.NONE, Optional.of(next.etag()));
    }

    @Override
    public boolean reaches(Target target) {
        return true;
    }
}
