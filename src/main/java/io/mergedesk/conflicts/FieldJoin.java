package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldRules;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.conflicts.Contest.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Joins two changes of one value, where its kind allows that: words of a long text, members of a
/// set, sums.
final class FieldJoin {

    sealed interface Outcome permits Joined, Unjoined {}

    record Joined(FieldValue value, Rule rule) implements Outcome {}

    record Unjoined(Reason reason) implements Outcome {}

    private FieldJoin() {}

    /// @param values all three of which differ in meaning
    static Outcome of(FieldPolicy policy, ThreeValues values, List<Hunk> hunks) {
        var base = values.base();
        var theirs = values.theirs();
        var mine = values.mine();
        if (theirs == null || mine == null) {
            return new Unjoined(Reason.CLEARED);
        }
        if (base == null || base instanceof FieldValue.Erased) {
            return new Unjoined(Reason.BOTH_FILLED);
        }
        return switch (policy.kind()) {
            case LONG_TEXT -> words(hunks);
            case CHOICES -> members(members(base), members(theirs), members(mine));
            case NUMBER, MONEY ->
                    policy.adds()
                            ? sum(policy.kind(), base, theirs, mine)
                            : new Unjoined(Reason.DIFFERENT);
            case TEXT, DATE, DATE_TIME, YES_NO, CHOICE, EMAIL, URL, REFERENCE, PERSON ->
                    new Unjoined(Reason.DIFFERENT);
        };
    }

    private static Outcome words(List<Hunk> hunks) {
        if (hunks.stream().anyMatch(Hunk.Differ.class::isInstance)) {
            return new Unjoined(Reason.SAME_WORDS);
        }
        var text = hunks.stream().map(Hunk::merged).collect(Collectors.joining());
        return text.isBlank() || text.length() > FieldRules.MAX_LONG_TEXT
                ? new Unjoined(Reason.SAME_WORDS)
                : new Joined(new FieldValue.Text(text), Rule.WORDS);
    }

    /// Union of what was added, without what either removed. Where both took away the same member
    /// and put another in its place, that member was replaced twice; who kept no member at all has
    /// replaced the set. Nobody wanted an empty one.
    private static Outcome members(Set<String> base, Set<String> theirs, Set<String> mine) {
        var theirsAdded = without(theirs, base);
        var mineAdded = without(mine, base);
        boolean oneHasAll =
                theirsAdded.containsAll(mineAdded) || mineAdded.containsAll(theirsAdded);
        var gone = without(without(base, theirs), mine);
        boolean replaced = theirsAdded.containsAll(theirs) || mineAdded.containsAll(mine);
        if (!oneHasAll && (replaced || !gone.isEmpty())) {
            return new Unjoined(Reason.REPLACED_DIFFERENTLY);
        }
        var joined = new TreeSet<>(base);
        joined.retainAll(theirs);
        joined.retainAll(mine);
        joined.addAll(theirsAdded);
        joined.addAll(mineAdded);
        return joined.isEmpty()
                ? new Unjoined(Reason.DIFFERENT)
                : new Joined(new FieldValue.Choices(joined), Rule.MEMBERS);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> members(FieldValue value) {
        return value instanceof FieldValue.Choices(var chosen)
                ? new TreeSet<>(chosen)
                : new TreeSet<>();
    }

    private static Outcome sum(
            FieldKind kind, FieldValue base, FieldValue theirs, FieldValue mine) {
        var joined = added(base, theirs, mine);
        return joined == null || FieldRules.problemOf(kind, joined).isPresent()
                ? new Unjoined(Reason.DIFFERENT)
                : new Joined(joined, Rule.SUM);
    }

    private static @Nullable FieldValue added(FieldValue base, FieldValue theirs, FieldValue mine) {
        if (base instanceof FieldValue.Decimal(var from)
                && theirs instanceof FieldValue.Decimal(var one)
                && mine instanceof FieldValue.Decimal(var other)) {
            return new FieldValue.Decimal(added(from, one, other));
        }
        if (base instanceof FieldValue.Money(var from, var currency)
                && theirs instanceof FieldValue.Money(var one, var theirCurrency)
                && mine instanceof FieldValue.Money(var other, var myCurrency)
                && currency.equals(theirCurrency)
                && currency.equals(myCurrency)) {
            return new FieldValue.Money(added(from, one, other), currency);
        }
        return null;
    }

    private static BigDecimal added(BigDecimal base, BigDecimal theirs, BigDecimal mine) {
        return theirs.add(mine).subtract(base);
    }
}
