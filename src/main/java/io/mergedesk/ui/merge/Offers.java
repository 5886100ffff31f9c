package io.mergedesk.ui.merge;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Merge;

/// What can be chosen for a question as a whole.
final class Offers {

    private Offers() {}

    static boolean of(Merge merge, Question question, Choice.Whole whole) {
        boolean fits =
                question.fields().stream().allMatch(field -> Chosen.fits(merge, field, whole));
        return fits
                && (whole != Choice.Whole.BOTH
                        || (canHoldBoth(merge, question) && makesMore(merge, question.first())));
    }

    /// A short text or a date is one thing; a long text or a set may hold what both want.
    private static boolean canHoldBoth(Merge merge, Question question) {
        var kind = merge.policy().of(question.first()).kind();
        return question.group().isEmpty()
                && (kind == FieldKind.LONG_TEXT || kind == FieldKind.CHOICES);
    }

    /// Than one of the two alone.
    private static boolean makesMore(Merge merge, FieldName field) {
        var both = Chosen.by(merge, field, Choice.Whole.BOTH);
        return !both.equals(Chosen.by(merge, field, Choice.Whole.MINE))
                && !both.equals(Chosen.by(merge, field, Choice.Whole.THEIRS));
    }
}
