package io.mergedesk.ui.desk;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.Advice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// One conflict as a row of the desk.
///
/// @param title what its record is called
/// @param type what the type of its record is called
/// @param fields the labels of the fields that the question is about
/// @param theirs who wrote what the edit met, as far as it is told
record DeskRow(
        Conflict conflict,
        String title,
        String type,
        String fields,
        List<UserId> theirs,
        Optional<Advice> advice) {

    DeskRow {
        theirs = List.copyOf(theirs);
    }

    /// The same row of the conflict as it is now.
    DeskRow of(Conflict now) {
        return new DeskRow(now, title, type, fields, theirs, advice);
    }

    ConflictId id() {
        return conflict.id();
    }

    UserId author() {
        return conflict.edit().by();
    }

    /// Everybody on either side, the author first.
    Collection<UserId> people() {
        var all = new LinkedHashSet<UserId>();
        all.add(author());
        all.addAll(theirs);
        return all;
    }
}
