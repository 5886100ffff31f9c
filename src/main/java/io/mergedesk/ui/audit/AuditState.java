package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the screen shows: the trail narrowed by conditions, at most one of each kind, and one thing
/// of it beside.
record AuditState(List<AuditCondition> conditions, Optional<AuditPlace> shown) {

    static final AuditState START = new AuditState(List.of(), Optional.empty());

    AuditState {
        conditions = List.copyOf(conditions);
    }

    /// With one more condition, instead of one of its kind. A stretch up to now and days exclude
    /// each other.
    AuditState with(AuditCondition condition) {
        var narrowed = new ArrayList<>(conditions);
        narrowed.removeIf(one -> excludes(condition, one));
        narrowed.add(condition);
        return new AuditState(narrowed, Optional.empty());
    }

    AuditState without(AuditCondition condition) {
        return new AuditState(
                conditions.stream().filter(one -> !one.equals(condition)).toList(),
                Optional.empty());
    }

    AuditState withoutAll() {
        return START;
    }

    AuditState showing(Optional<AuditPlace> place) {
        return new AuditState(conditions, place);
    }

    boolean has(AuditCondition condition) {
        return conditions.contains(condition);
    }

    /// The text that is searched for; empty for none.
    String words() {
        return conditions.stream()
                .filter(AuditCondition.Saying.class::isInstance)
                .map(one -> ((AuditCondition.Saying) one).words())
                .findFirst()
                .orElse("");
    }

    AuditState saying(String words) {
        var cleared = without(new AuditCondition.Saying(words()));
        return words.isBlank() ? cleared : cleared.with(new AuditCondition.Saying(words.strip()));
    }

    AuditQuery query(AuditTimes times) {
        var query = AuditQuery.ALL;
        for (var condition : conditions) {
            query = condition.narrow(query, times);
        }
        return query;
    }

    private static boolean excludes(AuditCondition added, AuditCondition old) {
        return added.getClass().equals(old.getClass())
                || (added instanceof AuditCondition.During && isDay(old))
                || (isDay(added) && old instanceof AuditCondition.During);
    }

    private static boolean isDay(AuditCondition condition) {
        return condition instanceof AuditCondition.From || condition instanceof AuditCondition.To;
    }
}
