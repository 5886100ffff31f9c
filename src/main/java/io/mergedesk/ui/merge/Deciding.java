package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Rebase;
import io.mergedesk.conflicts.Suggestion;
import io.mergedesk.entities.ConflictNow;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One person deciding one conflict: what is asked, what they have decided, what they can take
/// back. Knows nothing of screens.
final class Deciding {

    private ConflictNow now;
    private Steps steps;
    private List<Question> questions;
    private SortedMap<FieldName, Choice> again = Collections.emptySortedMap();

    private Deciding(ConflictNow now, Decisions decisions) {
        this.now = now;
        steps = new Steps(decisions);
        questions = Question.contested(now.type(), now.merge());
    }

    /// Decisions that no longer fit what is asked are left out.
    static Deciding of(ConflictNow now, Decisions begun) {
        return new Deciding(now, WholeDecisions.fitting(now.merge(), begun));
    }

    ConflictNow now() {
        return now;
    }

    Merge merge() {
        return now.merge();
    }

    Decisions decisions() {
        return steps.current();
    }

    List<Question> questions() {
        return questions;
    }

    List<Question> merged() {
        return Question.merged(now.type(), merge());
    }

    Optional<EntityOutcome.Contested> keepOrDelete() {
        return merge().entity() instanceof EntityOutcome.Contested asked
                ? Optional.of(asked)
                : Optional.empty();
    }

    /// Whether it is decided that the entity goes, and with it every other question.
    boolean isDeleting() {
        return keepOrDelete().isPresent()
                && decisions().entity().equals(Optional.of(EntityChoice.DELETE));
    }

    boolean isKeepOrDeleteOpen() {
        return keepOrDelete().isPresent() && decisions().entity().isEmpty();
    }

    boolean isOpen(Question question) {
        return !isDeleting()
                && question.fields().stream()
                        .anyMatch(field -> Chosen.of(merge(), decisions(), field).isEmpty());
    }

    List<Question> open() {
        return questions.stream().filter(this::isOpen).toList();
    }

    int left() {
        return open().size() + (isKeepOrDeleteOpen() ? 1 : 0);
    }

    int total() {
        return questions.size() + (keepOrDelete().isPresent() ? 1 : 0);
    }

    /// What a field becomes; empty while that is open.
    Optional<Chosen.Value> result(FieldName field) {
        return Chosen.of(merge(), decisions(), field);
    }

    /// Whether a person has said something about any of its fields.
    boolean isDecidedByHand(Question question) {
        return question.fields().stream()
                .anyMatch(field -> decisions().fields().containsKey(field));
    }

    /// Whether this can be chosen, and makes something of it that no simpler choice makes.
    boolean offers(Question question, Choice.Whole whole) {
        return Offers.of(merge(), question, whole);
    }

    void choose(Question question, Choice.Whole whole) {
        var wanted = decisions();
        for (var field : question.fields()) {
            wanted = wanted.with(field, whole);
        }
        steps.take(wanted, question.label(now.type()));
        settled(question);
    }

    /// Own values, as somebody types them: one step, however often they pause.
    void type(Question question, FieldName field, Choice.Value value) {
        var wanted = decisions();
        for (var other : question.fields()) {
            var its = result(other).map(Chosen.Value::value).orElse(merge().of(other).theirs());
            if (!other.equals(field)
                    && !(decisions().fields().get(other) instanceof Choice.Value)) {
                wanted = wanted.with(other, new Choice.Value(its));
            }
        }
        steps.type(wanted.with(field, value), question.label(now.type()));
        settled(question);
    }

    void choose(FieldName field, int place, HunkChoice choice) {
        var before =
                decisions().fields().get(field) instanceof Choice.Hunks hunks
                        ? hunks
                        : Choice.Hunks.NONE;
        steps.take(decisions().with(field, before.with(place, choice)), now.type().labelOf(field));
    }

    void choose(EntityChoice choice) {
        steps.take(decisions().with(choice), choice == EntityChoice.KEEP ? "Keep" : "Delete");
    }

    /// One side for everything that is asked, also for what was decided already.
    void chooseAll(Party party, String what) {
        steps.take(WholeDecisions.ofSide(party, merge(), questions, decisions()), what);
        again = Collections.emptySortedMap();
    }

    /// The author lets their edit go: all stays as it is, merged fields too.
    void letGo() {
        steps.take(WholeDecisions.lettingGo(merge()), "all");
    }

    Optional<Suggestion> suggestion(Question question) {
        return merge().of(question.first()) instanceof Contest contest
                ? contest.suggestion()
                : Optional.empty();
    }

    /// Asked again, or left as it was merged.
    void takeBack(Question question) {
        var wanted = decisions();
        for (var field : question.fields()) {
            wanted = wanted.without(field);
        }
        steps.take(wanted, question.label(now.type()));
    }

    private void settled(Question question) {
        var left = new TreeMap<>(again);
        left.keySet().removeAll(question.fields());
        again = left;
    }

    Steps steps() {
        return steps;
    }

    /// What was decided about values that others have changed since.
    SortedMap<FieldName, Choice> again() {
        return again;
    }

    /// The entity moved on: what was decided about values that are still the same stays decided.
    ///
    /// @return what was decided and is asked again
    SortedMap<FieldName, Choice> follow(ConflictNow newer) {
        var before = merge();
        var rebase = Rebase.of(decisions(), before, newer.merge());
        now = newer;
        questions = Question.contested(newer.type(), newer.merge());
        steps = steps.moved(one -> Rebase.of(one, before, newer.merge()).decisions());
        var all = new TreeMap<>(again);
        all.putAll(rebase.again());
        all.keySet().removeIf(field -> !(newer.merge().of(field) instanceof Contest));
        again = Collections.unmodifiableSortedMap(all);
        return rebase.again();
    }
}
