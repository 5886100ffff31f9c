package io.mergedesk.bench;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.Base;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.MergePolicy;
import io.mergedesk.conflicts.Side;
import io.mergedesk.conflicts.Stamp;
import io.mergedesk.conflicts.ThreeWayMerge;
import io.mergedesk.conflicts.VersionVector;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How many merges one core makes a second, with JSON in and out and without, against the plainest
/// merge of JSON objects there is; and what comparing two version vectors costs.
final class MergeBenchmark implements Benchmark {

    private static final String NAME = "merge";
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final long NANOS = Long.getLong("bench.seconds", 1) * 1_000_000_000L;
    private static final int SITES = 10;
    private static final Stamp EARLIER = new Stamp(new HybridTime(1), new SiteId("lyon"));
    private static final Stamp LATER = new Stamp(new HybridTime(2), new SiteId("paris"));
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Override
    public List<Figure> run() {
        var figures = new ArrayList<Figure>();
        figures.addAll(merges(20, 100_000));
        figures.addAll(merges(100, 0));
        figures.add(comparing());
        return figures;
    }

    private static List<Figure> merges(int fields, int goal) {
        var all = MergeSamples.of(fields);
        var samples = all.samples();
        var parsed = samples.stream().map(sample -> Parsed.of(sample, all.kinds())).toList();
        IntToLongFunction plain = i -> plain(samples.get(i)).length();
        IntToLongFunction whole =
                i -> {
                    var values = Parsed.of(samples.get(i), all.kinds());
                    return FieldJson.write(values.merge(all.policy()).content()).length();
                };
        IntToLongFunction inMemory =
                i -> parsed.get(i).merge(all.policy()).content().byName().size();
        var rates = new double[3][ROUNDS];
        var ratios = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            int at = Math.max(round, 0);
            rates[0][at] = perSecond(plain, samples.size());
            rates[1][at] = perSecond(whole, samples.size());
            rates[2][at] = perSecond(inMemory, samples.size());
            ratios[at] = rates[1][at] / rates[0][at];
        }
        var of = " of " + fields + " fields";
        var withJson = Figure.of(NAME, "merges" + of + ", JSON in and out", "a second", rates[1]);
        return List.of(
                Figure.of(NAME, "plain JSON trees" + of + ", by equality", "a second", rates[0]),
                goal > 0 ? withJson.atLeast(goal) : withJson,
                Figure.of(NAME, "ratio" + of, "", ratios),
                Figure.of(NAME, "merges" + of + ", in memory", "a second", rates[2]));
    }

    private record Parsed(FieldValues base, FieldValues theirs, FieldValues mine) {

        static Parsed of(MergeSamples.Sample sample, FieldKinds kinds) {
            return new Parsed(
                    FieldJson.read(sample.base(), kinds),
                    FieldJson.read(sample.theirs(), kinds),
                    FieldJson.read(sample.mine(), kinds));
        }

        Merge merge(MergePolicy policy) {
            return ThreeWayMerge.merge(
                    Base.of(base), Side.of(theirs, EARLIER), Side.of(mine, LATER), policy);
        }
    }

    /// The baseline: a field that mine changed is mine, all others are theirs.
    private static String plain(MergeSamples.Sample sample) {
        var base = MAPPER.readTree(sample.base());
        var merged = (ObjectNode) MAPPER.readTree(sample.theirs());
        for (Map.Entry<String, JsonNode> mine : MAPPER.readTree(sample.mine()).properties()) {
            if (!mine.getValue().equals(base.get(mine.getKey()))) {
                merged.set(mine.getKey(), mine.getValue());
            }
        }
        return MAPPER.writeValueAsString(merged);
    }

    private static Figure comparing() {
        var vectors = new ArrayList<VersionVector>();
        var vector = VersionVector.EMPTY;
        for (int i = 0; i < SITES; i++) {
            vector = vector.bump(new SiteId("site-" + i));
        }
        for (int i = 0; i < SITES; i++) {
            vectors.add(vector.bump(new SiteId("site-" + i)));
            vectors.add(vector);
        }
        var costs = new double[ROUNDS];
        for (int round = -2; round < ROUNDS; round++) {
            double rate =
                    perSecond(
                            i -> {
                                long orders = 0;
                                for (var other : vectors) {
                                    orders +=
                                            vectors.get(i).compareWith(other)
                                                            == VersionVector.Order.AFTER
                                                    ? 1
                                                    : 0;
                                }
                                return orders;
                            },
                            vectors.size());
            costs[Math.max(round, 0)] = 1_000_000_000.0 / (rate * vectors.size());
        }
        return Figure.of(NAME, "comparing version vectors of " + SITES + " sites", "ns", costs)
                .atMost(1_000);
    }

    /// By the processor time of this thread, so that neighbours on the machine do not count.
    private static double perSecond(IntToLongFunction once, int samples) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long seen = 0;
        long done = 0;
        while (threads.getCurrentThreadCpuTime() - start < NANOS) {
            for (int i = 0; i < samples; i++) {
                seen += once.applyAsLong(i);
            }
            done += samples;
        }
        if (seen == Long.MIN_VALUE) {
            throw new IllegalStateException("nothing was done");
        }
        return done * 1_000_000_000.0 / (threads.getCurrentThreadCpuTime() - start);
    }
}
