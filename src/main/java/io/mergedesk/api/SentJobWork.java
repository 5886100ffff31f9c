package io.mergedesk.api;

import io.mergedesk.entities.Violation;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.JobWork;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Reads with which jobs something is to be done: `{"ids":["…"]}` or
/// `{"filter":{"state":"dead","target":"3"}}`, and `"dryRun":true` to be told how many only. What
/// is delivered anew may be changed: `"change":{"data":{…}}`.
///
/// @param ids where they are named one by one; empty where all that match are meant
record SentJobWork(
        Optional<List<JobId>> ids, JobQuery query, Optional<ObjectNode> change, boolean dryRun) {

    private static final int MOST_IDS = 500;
    private static final Set<String> FILTERS = Set.of("state", "target", "entity", "priority");

    /// @throws RejectedRequest with all that is wrong
    static SentJobWork retry(JsonBody body) {
        boolean changes = body.root().hasNonNull("change");
        return read(
                body,
                Set.of("ids", "filter", "change", "dryRun"),
                changes ? JobWork.CHANGE : JobWork.RETRY);
    }

    /// @throws RejectedRequest with all that is wrong
    static SentJobWork skip(JsonBody body) {
        return read(body, Set.of("ids", "filter", "dryRun"), JobWork.SKIP);
    }

    private static SentJobWork read(JsonBody body, Set<String> properties, JobWork work) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(properties);
        boolean dryRun = sent.flag("dryRun");
        var change = change(sent);
        boolean named = sent.value("ids").isPresent();
        if (named == sent.value("filter").isPresent()) {
            sent.refuse("filter", "expected either ids or a filter");
        }
        var ids = named ? Optional.of(ids(sent)) : Optional.<List<JobId>>empty();
        var query = named ? JobQuery.ALL : filter(sent, work, violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return new SentJobWork(ids, query, change, dryRun);
    }

    private static Optional<ObjectNode> change(SentObject sent) {
        return sent.value("change")
                .flatMap(node -> {
                    if (node instanceof ObjectNode object && !object.isEmpty()) {
                        return Optional.of(object);
                    }
                    sent.refuse("change", "expected one JSON object that changes something");
                    return Optional.empty();
                });
    }

    private static List<JobId> ids(SentObject sent) {
        var ids = new LinkedHashSet<JobId>();
        for (var text : sent.texts("ids")) {
            try {
                ids.add(JobId.parse(text));
            } catch (IllegalArgumentException _) {
                sent.refuse("ids", "expected ids of jobs, got '" + text + "'");
            }
        }
        if (ids.size() > MOST_IDS) {
            sent.refuse("ids", "expected at most 500; a filter takes any number");
        }
        return List.copyOf(ids);
    }

    private static JobQuery filter(SentObject sent, JobWork work, List<Violation> violations) {
        var node = sent.value("filter");
        if (node.isEmpty()) {
            return JobQuery.ALL;
        }
        if (!node.get().isObject()) {
            sent.refuse("filter", "expected an object with state, target, entity or priority");
            return JobQuery.ALL;
        }
        var filter = new SentObject(node.get(), "filter", violations);
        filter.allowOnly(FILTERS);
        var state =
                filter.read(
                        "state",
                        work.expectation(),
                        text -> JobState.parse(text).filter(work::fits));
        if (state.isEmpty() && filter.value("state").isEmpty()) {
            filter.refuse("state", "expected " + work.expectation());
        }
        return SentJobQuery.read(
                state.map(JobState::wireName),
                node.map(one -> one.path("target").asString("")),
                filter.text("entity"),
                filter.text("priority"),
                Optional.empty());
    }
}
