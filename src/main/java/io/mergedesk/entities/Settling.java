package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Rebase;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Settlement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes a decision about a conflict into the next revision of its entity.
final class Settling {

    private static final Set<Rule> JOINING =
            EnumSet.of(Rule.SAME, Rule.MEMBERS, Rule.WORDS, Rule.SUM);

    private final NextRevision next;
    private final Validation validation;
    private final ConflictMerges merges;
    private final Telling telling;

    Settling(NextRevision next, Validation validation, ConflictMerges merges, Telling telling) {
        this.next = next;
        this.validation = validation;
        this.merges = merges;
        this.telling = telling;
    }

    /// What was decided, on what it is decided now.
    record Decided(ConflictNow now, Resolution resolution, Patch patch, boolean deleted) {}

    /// Either what is to be written, or why nothing is.
    sealed interface Attempt {
        record Ready(Decided decided) implements Attempt {}

        record Not(ResolveOutcome outcome) implements Attempt {}
    }

    /// Applies decisions made on revision `seen` to what is there now.
    Attempt attempt(ConflictNow now, Revision seen, Decisions decisions) {
        var rebased = new Rebase(decisions, new TreeMap<>());
        if (now.conflict().isOpen() && !seen.equals(now.seen())) {
            var before = merges.with(now.conflict(), now.current(), seen);
            rebased = Rebase.of(decisions, before.merge(), now.merge());
            if (!rebased.again().isEmpty()) {
                return new Attempt.Not(new ResolveOutcome.Moved(now, rebased));
            }
        }
        var outcome = Resolution.of(now.merge(), rebased.decisions());
        return switch (outcome) {
            case Resolution.Outcome.Complete(var resolution) ->
                    new Attempt.Ready(decided(now, resolution));
            case Resolution.Outcome.Open(var entity, var fields) ->
                    new Attempt.Not(
                            seen.equals(now.seen()) || !now.conflict().isOpen()
                                    ? new ResolveOutcome.Undecided(entity, fields)
                                    : new ResolveOutcome.Moved(now, rebased));
            case Resolution.Outcome.Unfit(var expectations) ->
                    new Attempt.Not(new ResolveOutcome.Unfit(expectations));
        };
    }

    private static Decided decided(ConflictNow now, Resolution resolution) {
        return now.conflict().isOpen()
                ? new Decided(now, resolution, resolution.patch(), resolution.deleted())
                : new Decided(
                        now, resolution, overriding(now, resolution), now.current().deleted());
    }

    /// Of a settled conflict, only what is decided otherwise than before is written.
    private static Patch overriding(ConflictNow now, Resolution resolution) {
        var before = now.conflict().settlement().orElseThrow().resolution().fields();
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        resolution
                .fields()
                .forEach((field, decided) -> {
                    var old = before.get(field);
                    if (old == null || !Objects.equals(old.chosen(), decided.chosen())) {
                        patch.put(field, Optional.ofNullable(decided.chosen()));
                    }
                });
        return new Patch(patch);
    }

    List<Violation> violations(Decided decided, Author author, EditCall call) {
        var type = decided.now().type();
        return decided.deleted()
                ? List.of()
                : validation.ofPatch(type, decided.patch(), author.actor(), call);
    }

    EntityWrite write(Decided decided, Author author) {
        return next.joined(
                decided.now().type(),
                decided.now().current(),
                decided.patch(),
                decided.deleted(),
                decided.now().conflict().edit().base(),
                author.by(Origin.MERGE));
    }

    Conflict settled(
            Decided decided, EntityWrite write, String reason, Settlement.How how, Author author) {
        return decided.now()
                .conflict()
                .settled(
                        new Settlement(
                                author.actor().id(),
                                write.after().updatedAt(),
                                how,
                                decided.now().seen(),
                                write.after().revision(),
                                reason,
                                decided.resolution(),
                                author.batch()));
    }

    /// Whoever wrote a value that is not there any more is told, and the author of the edit of what
    /// became of it.
    List<Notice> notices(Decided decided, Conflict settled, UserId by) {
        var author = settled.edit().by();
        var lost = new TreeMap<UserId, SortedSet<FieldName>>();
        decided.resolution()
                .fields()
                .forEach((field, values) -> {
                    var written = decided.now().theirs().get(field);
                    if (written != null && isLost(values, values.theirs())) {
                        lost.computeIfAbsent(written.by(), _ -> new TreeSet<>()).add(field);
                    }
                    if (isLost(values, values.mine())) {
                        lost.computeIfAbsent(author, _ -> new TreeSet<>()).add(field);
                    }
                });
        var current = decided.now().current();
        if (settled.edit().deletes() && !decided.deleted()) {
            lost.computeIfAbsent(author, _ -> new TreeSet<>());
        }
        if (current.deleted() && !decided.deleted()) {
            lost.computeIfAbsent(current.updatedBy(), _ -> new TreeSet<>());
        }
        var notices = new ArrayList<>(telling.overruled(settled, by, lost));
        if (!lost.containsKey(author)) {
            notices.addAll(telling.taken(settled, by));
        }
        notices.addAll(telling.mentioned(settled, by, named(settled, by, notices)));
        return notices;
    }

    /// Who is named in the reason and not told already; a rule names nobody, however often it is
    /// applied.
    private Set<UserId> named(Conflict settled, UserId by, List<Notice> told) {
        var named = new TreeSet<UserId>();
        settled.settlement()
                .filter(made -> made.how() == Settlement.How.PERSON)
                .ifPresent(made -> named.addAll(Mentions.in(made.reason())));
        named.remove(by);
        told.forEach(one -> one.to().ifPresent(named::remove));
        named.removeIf(person -> !validation.knows(person));
        return named;
    }

    /// Whether somebody wanted this value, and it is not in what was chosen.
    private static boolean isLost(Resolution.Decided values, @Nullable FieldValue wanted) {
        boolean joined =
                values.choice()
                        .map(Choice.Whole.BOTH::equals)
                        .orElseGet(() -> JOINING.contains(values.rule()));
        return !joined
                && !Objects.equals(wanted, values.base())
                && !Objects.equals(wanted, values.chosen());
    }
}
