package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import java.util.Optional;

/// What is done where another system refuses a change, as its record was changed meanwhile.
@FunctionalInterface
interface Contests {

    Met settle(Job job, Message message, Target target, Answer.Contested contested);

    /// What was done.
    ///
    /// @param words for people
    /// @param conflict what it waits at the desk as
    record Met(How how, String words, Optional<ConflictId> conflict) {

        Met(How how, String words) {
            this(how, words, Optional.empty());
        }
    }

    enum How {
        /// Its values came in; a revision of their own tells it the outcome.
        MERGED(AttemptLine.MERGED),
        /// Its values wait at the desk; the decision tells it the outcome.
        PARKED(AttemptLine.CONFLICT),
        /// It changed nothing that we have: it may be told again, on top of the version it has now.
        APART("contested"),
        /// Nothing could be done: an admin decides.
        OPEN("contested");

        private final String outcome;

        How(String outcome) {
            this.outcome = outcome;
        }

        /// The word in the delivery log.
        String outcome() {
            return outcome;
        }
    }
}
