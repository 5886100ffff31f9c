package io.mergedesk.entities;

/// What is to be done about one edit.
sealed interface Verdict {

    record Write(EntityWrite write, SaveOutcome outcome) implements Verdict {}

    record Nothing(SaveOutcome outcome) implements Verdict {}
}
