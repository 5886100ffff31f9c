package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.TargetId;
import java.util.Optional;
import java.util.function.Function;

/// Reads which jobs are asked for: `?state=dead&target=3&entity=…&priority=high&cursor=…`.
final class SentJobQuery {

    private SentJobQuery() {}

    /// What is empty or blank does not narrow the list.
    ///
    /// @throws RejectedRequest with the parameter that cannot be read and what was expected
    static JobQuery read(
            Optional<String> state,
            Optional<String> target,
            Optional<String> entity,
            Optional<String> priority,
            Optional<String> cursor) {
        return new JobQuery(
                read(
                        "state",
                        state,
                        "waiting, ready, running, done, dead or skipped",
                        text -> JobState.parse(text).orElseThrow(IllegalArgumentException::new)),
                read(
                        "target",
                        target,
                        "the id of a target",
                        text -> new TargetId(Integer.parseInt(text))),
                read("entity", entity, "the id of a record", EntityId::parse),
                read(
                        "priority",
                        priority,
                        "critical, high, medium or low",
                        text -> Priority.parse(text).orElseThrow(IllegalArgumentException::new)),
                read("cursor", cursor, "a nextCursor", JobId::parse));
    }

    private static <T> Optional<T> read(
            String name, Optional<String> text, String expected, Function<String, T> reader) {
        return text.filter(sent -> !sent.isBlank())
                .map(sent -> {
                    try {
                        return reader.apply(sent);
                    } catch (IllegalArgumentException _) {
                        throw Problem.badRequest(
                                        name, "expected " + expected + ", got '" + sent + "'")
                                .rejected();
                    }
                });
    }
}
