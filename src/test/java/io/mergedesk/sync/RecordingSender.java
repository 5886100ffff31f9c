package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// A target that is a list: keeps what it was told, by the ids it has not seen yet.
public final class RecordingSender implements Sender {

    private final Map<JobId, Integer> seen = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> revisions = new ConcurrentHashMap<>();
    private volatile Function<Delivery, Answer> answers = _ -> taken();
    private volatile boolean reachable = true;

    @Override
    public TargetKind kind() {
        return TargetKind.WEBHOOK;
    }

    /// What to answer from now on; whoever is told keeps it, whatever is answered.
    public void answer(Function<Delivery, Answer> newAnswers) {
        answers = newAnswers;
    }

    public void reachable(boolean now) {
        reachable = now;
    }

    @Override
    public Answer deliver(Delivery delivery) {
        var answer = answers.apply(delivery);
        boolean kept =
                answer instanceof Answer.Taken
                        || (answer instanceof Answer.Unreachable lost
                                && lost.problem().equals(LOST));
        if (kept && seen.merge(delivery.job(), 1, Integer::sum) == 1) {
            var told =
                    revisions.computeIfAbsent(
                            key(delivery.target(), delivery.message().entity()),
                            _ -> new ArrayList<>());
            synchronized (told) {
                told.add(delivery.message().revision().number());
            }
        }
        return answer;
    }

    @Override
    public boolean reaches(Target target) {
        return reachable;
    }

    /// The revisions of an entity that a target was told, in their order.
    public List<Long> told(Target target, EntityId entity) {
        var told = revisions.getOrDefault(key(target, entity), List.of());
        synchronized (told) {
            return List.copyOf(told);
        }
    }

    /// How often it was told the same.
    public int deliveries() {
        return seen.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int jobs() {
        return seen.size();
    }

    private static String key(Target target, EntityId entity) {
        return target.id() + " " + entity;
    }

    private static final String LOST = "the answer was lost";

    public static Answer taken() {
        return new Answer.Taken(Exchange.NONE, Optional.empty());
    }

    /// Taken, but the sender does not hear of it.
    public static Answer lost() {
        return new Answer.Unreachable(Exchange.NONE, LOST);
    }

    public static Answer later() {
        return new Answer.Later(Exchange.NONE, "answered 503", Optional.empty());
    }

    public static Answer refused() {
        return new Answer.Refused(Exchange.NONE, "answered 400");
    }
}
