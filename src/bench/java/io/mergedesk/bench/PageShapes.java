package io.mergedesk.bench;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.Filter;
import io.mergedesk.entities.SortKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/// The kinds of pages people ask for, each with something of its own at every question.
final class PageShapes {

    private static final int LIMIT = 50;

    private PageShapes() {}

    static Map<String, Function<Random, EntityQuery>> all() {
        var shapes = new LinkedHashMap<String, Function<Random, EntityQuery>>();
        var page = EntityQuery.of(Orders.TYPE, LIMIT);
        shapes.put("first page", _ -> page);
        shapes.put("next page deep in, by change", random -> page.startingAfter(changedAt(random)));
        shapes.put(
                "next page deep in, by name",
                random -> page.sortedBy(new FieldName("name"), false).startingAfter(named(random)));
        for (var field : Orders.SORTABLE) {
            var name = new FieldName(field);
            shapes.put("by " + field + ", rising", _ -> page.sortedBy(name, false));
            shapes.put("by " + field + ", falling", _ -> page.sortedBy(name, true));
        }
        var since = new FieldName("since");
        var open = filter("status", FieldKind.CHOICE, Filter.Operator.EQ, "open");
        var closed = filter("status", FieldKind.CHOICE, Filter.Operator.EQ, "closed");
        var insured = filter("insured", FieldKind.YES_NO, Filter.Operator.EQ, "yes");
        shapes.put("filter, one row", random -> page.where(List.of(code(random))));
        shapes.put(
                "filter, a thousand rows by name",
                random ->
                        page.where(List.of(credit(random), below(random)))
                                .sortedBy(new FieldName("name"), false));
        shapes.put("filter, most rows", _ -> page.where(List.of(open)));
        shapes.put(
                "filter, most rows by date", _ -> page.where(List.of(open)).sortedBy(since, true));
        shapes.put(
                "filter, most but one choice",
                _ ->
                        page.where(
                                List.of(
                                        filter(
                                                "status",
                                                FieldKind.CHOICE,
                                                Filter.Operator.NE,
                                                "open"))));
        shapes.put("two filters", _ -> page.where(List.of(open, insured)).sortedBy(since, false));
        shapes.put(
                "two filters that exclude each other", _ -> page.where(List.of(closed, insured)));
        shapes.put("prefix, three letters", random -> page.where(List.of(starts(random))));
        shapes.put("search, a word", random -> page.matching(word(random)));
        shapes.put("search, two words", random -> page.matching("anna " + word(random)));
        shapes.put("search, two common words", _ -> page.matching("anna lyon"));
        shapes.put("search, common word by date", _ -> page.matching("anna").sortedBy(since, true));
        shapes.put("search, nothing found", _ -> page.matching("zzzz"));
        return shapes;
    }

    private static Optional<Cursor> changedAt(Random random) {
        var time =
                HybridTime.at(
                        Instant.parse("2024-01-01T00:00:00Z")
                                .plusSeconds(37L * random.nextInt(1_000_000)));
        var key = ByteBuffer.allocate(Long.BYTES).putLong(time.packed()).array();
        return Optional.of(new Cursor(new SortKey(key), anyId()));
    }

    private static Optional<Cursor> named(Random random) {
        return Optional.of(new Cursor(SortKey.text("Clara " + word(random)), anyId()));
    }

    private static EntityId anyId() {
        return new EntityId(new UUID(0, 0));
    }

    private static Filter code(Random random) {
        return filter("code", FieldKind.TEXT, Filter.Operator.EQ, "K-" + random.nextInt(1_000_000));
    }

    private static Filter credit(Random random) {
        return filter(
                "credit",
                FieldKind.NUMBER,
                Filter.Operator.GTE,
                Integer.toString(9_980 + random.nextInt(10)));
    }

    private static Filter below(Random random) {
        return filter(
                "credit",
                FieldKind.NUMBER,
                Filter.Operator.LT,
                Integer.toString(9_990 + random.nextInt(10)));
    }

    private static Filter starts(Random random) {
        return filter("name", FieldKind.TEXT, Filter.Operator.STARTS, "Anna " + word(random));
    }

    private static String word(Random random) {
        var syllables = List.of("ba", "de", "ki", "lo", "ma");
        var text = new StringBuilder("D");
        for (int i = 0; i < 3; i++) {
            text.append(syllables.get(random.nextInt(syllables.size())));
        }
        return text.toString();
    }

    private static Filter filter(
            String field, FieldKind kind, Filter.Operator operator, String text) {
        if (FieldText.read(kind, text) instanceof Reading.Value(var value)) {
            return new Filter(new FieldName(field), operator, value);
        }
        throw new IllegalStateException("expected a " + kind + ", got " + text);
    }
}
