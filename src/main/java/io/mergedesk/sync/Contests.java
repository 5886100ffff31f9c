package io.mergedesk.sync;

/// What is done where another system refuses a change, as its record was changed meanwhile.
@FunctionalInterface
interface Contests {

    /// @return what was done, in words
    String settle(Job job, Message message, Target target, Answer.Contested contested);
}
