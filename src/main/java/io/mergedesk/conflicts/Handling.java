package io.mergedesk.conflicts;

import io.mergedesk.common.Priority;
import io.mergedesk.common.UserId;
import java.util.Optional;

/// What the desk notes about a conflict while it waits.
///
/// @param assignee who is to decide it
/// @param inspected whether somebody has looked at it
/// @param note for whoever decides; empty when there is none
public record Handling(
        Priority priority, Optional<UserId> assignee, boolean inspected, String note) {

    public static final Handling NEW = new Handling(Priority.MEDIUM, Optional.empty(), false, "");

    public Handling prioritised(Priority newPriority) {
        return new Handling(newPriority, assignee, inspected, note);
    }

    public Handling assigned(Optional<UserId> newAssignee) {
        return new Handling(priority, newAssignee, inspected, note);
    }

    public Handling inspected(boolean newInspected) {
        return new Handling(priority, assignee, newInspected, note);
    }

    public Handling noted(String newNote) {
        return new Handling(priority, assignee, inspected, newNote);
    }
}
