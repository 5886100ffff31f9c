package io.mergedesk.bench;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One file of traces: a JSON object a line, compressed. What kind a field is, is told from all of
/// its values, as an admin would have chosen it.
final class TraceFile {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONG = 80;

    private final List<JsonNode> lines;
    private final Map<String, FieldName> names = new HashMap<>();
    private final Map<FieldName, FieldKind> kinds = new TreeMap<>();

    private TraceFile(List<JsonNode> lines) {
        this.lines = lines;
    }

    static TraceFile read(Path file) throws IOException {
        try (var text =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            // a merge that made two records of one has no answer to compare with
            var lines =
                    text.lines()
                            .map(MAPPER::readTree)
                            .filter(line ->
                                    !line.path("merged_status").asString("").equals("duplicated"))
                            .toList();
            var traces = new TraceFile(lines);
            traces.learnKinds();
            return traces;
        }
    }

    Map<FieldName, FieldKind> kinds() {
        return kinds;
    }

    /// The original name, with its dots.
    Map<String, FieldName> names() {
        return names;
    }

    /// @param kind `merge` for real merges, `rebased` for consecutive edits made concurrent
    List<Trace> traces(String kind) {
        return lines.stream()
                .filter(line -> line.path("kind").asString().equals(kind))
                .map(this::trace)
                .filter(trace ->
                        trace.base().isPresent()
                                || (trace.ours().isPresent() && trace.theirs().isPresent()))
                .filter(trace -> trace.ours().isPresent() || trace.theirs().isPresent())
                .toList();
    }

    private Trace trace(JsonNode line) {
        return new Trace(
                line.path("merge").asString(),
                values(line.path("base")),
                values(line.path("ours")),
                values(line.path("theirs")),
                values(line.path("merged")),
                Instant.parse(line.path("ours_time").asString()),
                Instant.parse(line.path("theirs_time").asString()));
    }

    private void learnKinds() {
        var seen = new TreeMap<String, List<JsonNode>>();
        for (var line : lines) {
            for (var version : List.of("base", "ours", "theirs", "merged")) {
                line.path(version)
                        .properties()
                        .forEach(entry ->
                                seen.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                                        .add(entry.getValue()));
            }
        }
        seen.forEach((original, values) -> {
            var name = new FieldName("f" + names.size());
            names.put(original, name);
            kinds.put(name, kind(values.stream().filter(value -> !value.isNull()).toList()));
        });
    }

    private static FieldKind kind(List<JsonNode> values) {
        if (values.stream().allMatch(JsonNode::isBoolean)) {
            return FieldKind.YES_NO;
        }
        if (values.stream().allMatch(JsonNode::isNumber)) {
            return FieldKind.NUMBER;
        }
        if (values.stream().allMatch(TraceFile::isSet)) {
            return FieldKind.CHOICES;
        }
        if (!values.stream().allMatch(JsonNode::isString)) {
            return FieldKind.TEXT;
        }
        return Stream.of(FieldKind.DATE, FieldKind.URL)
                .filter(kind -> values.stream().allMatch(value -> reads(kind, value.asString())))
                .findFirst()
                .orElse(
                        values.stream().anyMatch(value -> isProse(value.asString()))
                                ? FieldKind.LONG_TEXT
                                : FieldKind.TEXT);
    }

    private static boolean isSet(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode);
    }

    private static boolean isProse(String text) {
        return text.indexOf('\n') >= 0 || (text.length() > LONG && text.indexOf(' ') >= 0);
    }

    private static boolean reads(FieldKind kind, String text) {
        return !(FieldText.read(kind, text) instanceof Reading.Wrong);
    }

    private Optional<FieldValues> values(JsonNode version) {
        if (version.isNull() || version.isMissingNode()) {
            return Optional.empty();
        }
        var values = new TreeMap<FieldName, FieldValue>();
        for (var entry : version.properties()) {
            var name = java.util.Objects.requireNonNull(names.get(entry.getKey()));
            var value = value(java.util.Objects.requireNonNull(kinds.get(name)), entry.getValue());
            if (value != null) {
                values.put(name, value);
            }
        }
        return Optional.of(new FieldValues(values));
    }

    private static @Nullable FieldValue value(FieldKind kind, JsonNode value) {
        if (value.isNull() || (value.isContainer() && value.isEmpty())) {
            return null;
        }
        return switch (kind) {
            case YES_NO -> new FieldValue.YesNo(value.asBoolean());
            case NUMBER -> new FieldValue.Decimal(value.decimalValue());
            case CHOICES -> {
                var chosen = new TreeSet<String>();
                value.valueStream().forEach(one -> chosen.add(one.toString()));
                yield new FieldValue.Choices(chosen);
            }
            default -> text(kind, value);
        };
    }

    /// Objects and lists of them have no kind of ours: they are kept as the text of their JSON.
    private static @Nullable FieldValue text(FieldKind kind, JsonNode value) {
        var text = value.isString() ? value.asString() : value.toString();
        if (kind == FieldKind.DATE
                && FieldText.read(kind, text) instanceof Reading.Value(var date)) {
            return date;
        }
        return text.isBlank() ? null : new FieldValue.Text(text);
    }
}
