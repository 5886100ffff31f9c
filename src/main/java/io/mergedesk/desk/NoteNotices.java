package io.mergedesk.desk;

import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.Mentions;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.PeopleDirectory;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Tells people what the desk notes about a conflict and concerns them: that they are to decide it,
/// that they are named in the note. Nobody is told what they noted themselves.
final class NoteNotices {

    private final NoticeStore notices;
    private final PeopleDirectory people;
    private final EntityIds ids;
    private final InstantSource clock;

    NoteNotices(NoticeStore notices, PeopleDirectory people, EntityIds ids, InstantSource clock) {
        this.notices = notices;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /// Joins the caller's transaction.
    void tell(Conflict before, Conflict after, UserId by) {
        var told = new ArrayList<Notice>();
        var assignee = newAssignee(before.handling(), after.handling());
        assignee.ifPresent(person -> told.add(notice(person, Notice.Kind.ASSIGNED, after, by)));
        for (var person : newlyNamed(before.handling(), after.handling())) {
            if (!assignee.equals(Optional.of(person)) && people.exists(person)) {
                told.add(notice(person, Notice.Kind.MENTIONED, after, by));
            }
        }
        told.removeIf(one -> one.to().equals(Optional.of(by)));
        if (!told.isEmpty()) {
            notices.add(List.copyOf(told));
        }
    }

    private static Optional<UserId> newAssignee(Handling before, Handling after) {
        return after.assignee().filter(one -> !before.assignee().equals(Optional.of(one)));
    }

    private static SortedSet<UserId> newlyNamed(Handling before, Handling after) {
        var named = Mentions.in(after.note());
        named.removeAll(Mentions.in(before.note()));
        return named;
    }

    private Notice notice(UserId to, Notice.Kind kind, Conflict conflict, UserId by) {
        return new Notice(
                ids.next().value(),
                Optional.of(to),
                kind,
                conflict.id(),
                conflict.entity(),
                conflict.type(),
                by,
                conflict.contested(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
