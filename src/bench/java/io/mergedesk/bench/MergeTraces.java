package io.mergedesk.bench;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.FieldPolicy;
import io.mergedesk.conflicts.MergePolicy;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Merges real concurrent edits of records, and compares with what people committed. Where they are
/// is told by the environment variable `MERGE_TRACES`.
final class MergeTraces implements Benchmark {

    private static final String NAME = "merge-traces";

    private record Kind(
            String words, MergeStrategy strategy, Strictness strictness, boolean grouped) {}

    private static final List<Kind> POLICIES =
            List.of(
                    new Kind(
                            "field-level-merge",
                            MergeStrategy.FIELD_LEVEL_MERGE,
                            Strictness.VALUE,
                            false),
                    new Kind(
                            "the same, grouped by prefix",
                            MergeStrategy.FIELD_LEVEL_MERGE,
                            Strictness.VALUE,
                            true),
                    new Kind(
                            "the same, strictness field",
                            MergeStrategy.FIELD_LEVEL_MERGE,
                            Strictness.FIELD,
                            false),
                    new Kind(
                            "the same, strictness entity",
                            MergeStrategy.FIELD_LEVEL_MERGE,
                            Strictness.ENTITY,
                            false),
                    new Kind("manual", MergeStrategy.MANUAL, Strictness.VALUE, false),
                    new Kind(
                            "last-write-wins",
                            MergeStrategy.LAST_WRITE_WINS,
                            Strictness.VALUE,
                            false));

    @Override
    public List<Figure> run() throws IOException {
        var folder = Optional.ofNullable(System.getenv("MERGE_TRACES"));
        if (folder.isEmpty()) {
            System.err.println("  skipped: MERGE_TRACES names no folder of traces");
            return List.of();
        }
        var files = new ArrayList<TraceFile>();
        try (var all = Files.list(Path.of(folder.get()))) {
            for (var file :
                    all.filter(one -> one.toString().endsWith(".jsonl.gz")).sorted().toList()) {
                files.add(TraceFile.read(file));
            }
        }
        var scores = new LinkedHashMap<String, TraceScore>();
        for (var kind : POLICIES) {
            var score = new TraceScore(kind.words());
            for (var file : files) {
                score.add(file.traces("merge"), policy(file, kind));
            }
            scores.put(kind.words(), score);
        }
        System.out.println(TraceScore.HEAD);
        scores.values().forEach(score -> System.out.println(score.row()));
        System.out.println();
        var usual = scores.get("field-level-merge");
        return usual == null
                ? List.of()
                : List.of(
                        Figure.of(NAME, "not asked, not as committed", "%", usual.notAsCommitted()),
                        Figure.of(NAME, "left to people", "%", usual.asked()));
    }

    private static MergePolicy policy(TraceFile file, Kind kind) {
        var fields = new HashMap<FieldName, FieldPolicy>();
        file.names()
                .forEach((original, name) -> {
                    var own =
                            FieldPolicy.of(
                                    file.kinds().getOrDefault(name, FieldKind.TEXT),
                                    kind.strategy());
                    int dot = original.lastIndexOf('.');
                    fields.put(
                            name,
                            kind.grouped() && dot > 0
                                    ? own.grouped(original.substring(0, dot))
                                    : own);
                });
        return new MergePolicy(kind.strategy(), kind.strictness(), fields);
    }
}
