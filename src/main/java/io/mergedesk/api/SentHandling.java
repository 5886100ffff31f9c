package io.mergedesk.api;

import io.mergedesk.common.Priority;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// Reads `{"priority":"high","assignee":"ben","inspected":true,"note":"…"}`: a merge patch, where
/// null clears and what is not named stays.
final class SentHandling {

    private SentHandling() {}

    /// @throws RejectedRequest with all that is wrong
    static Handling read(Handling before, JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("priority", "assignee", "inspected", "note"));
        var handling = before;
        var priority = sent.read("priority", "critical, high, medium or low", Priority::parse);
        if (priority.isPresent()) {
            handling = handling.prioritised(priority.get());
        }
        if (body.root().has("assignee")) {
            handling =
                    handling.assigned(
                            sent.read("assignee", "an account name or null", SentHandling::person));
        }
        if (body.root().has("inspected")) {
            handling = handling.inspected(sent.flag("inspected"));
        }
        if (body.root().has("note")) {
            var note = sent.value("note");
            if (note.isPresent() && !note.get().isString()) {
                sent.refuse("note", "expected a text");
            }
            handling = handling.noted(note.map(text -> text.stringValue("").strip()).orElse(""));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return handling;
    }

    private static Optional<UserId> person(String text) {
        try {
            return Optional.of(new UserId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
