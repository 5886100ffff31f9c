package io.mergedesk.entities;

import io.mergedesk.conflicts.Conflict;
import java.util.List;

/// What is to be done about one edit.
sealed interface Verdict {

    /// The entity gets a new revision.
    ///
    /// @param kept the merge without asking that led to it, if there was one
    record Write(EntityWrite write, SaveOutcome outcome, List<NewConflict> kept)
            implements Verdict {

        Write(EntityWrite write, SaveOutcome outcome) {
            this(write, outcome, List.of());
        }
    }

    /// The edit waits for a person.
    record Park(NewConflict parked, SaveOutcome outcome) implements Verdict {}

    record Nothing(SaveOutcome outcome) implements Verdict {}

    /// A conflict that is to be kept, and what people are told of it.
    record NewConflict(Conflict conflict, Entity entity, List<Notice> notices) {
        public NewConflict {
            notices = List.copyOf(notices);
        }
    }
}
