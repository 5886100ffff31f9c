package io.mergedesk.desk;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.SaveOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/// What a person is told about their edits and what they follow, and supervisors about the desk.
///
/// What belongs to entities that the person may not see, or no longer, is left out.
public final class Inbox {

    /// How far unread entries are counted.
    public static final int MOST_COUNTED = 100;

    private static final Comparator<InboxEntry> LATEST_FIRST =
            Comparator.comparing((InboxEntry entry) -> new EntityId(entry.id())).reversed();

    private final NoticeStore notices;
    private final NoticeReader reader;
    private final Digests digests;
    private final Followings followings;
    private final ConflictStore conflicts;
    private final EntityService entities;
    private final TransactionOperations transactions;

    Inbox(
            NoticeStore notices,
            NoticeReader reader,
            Digests digests,
            Followings followings,
            ConflictStore conflicts,
            EntityService entities,
            TransactionOperations transactions) {
        this.notices = notices;
        this.reader = reader;
        this.digests = digests;
        this.followings = followings;
        this.conflicts = conflicts;
        this.entities = entities;
        this.transactions = transactions;
    }

    /// The latest first.
    ///
    /// @param before empty for the newest
    public List<InboxEntry> latest(Actor actor, Optional<UUID> before, int limit) {
        return Stream.<InboxEntry>concat(
                        reader.latest(actor, before, limit).stream(),
                        digests.latest(actor, before, limit).stream())
                .sorted(LATEST_FIRST)
                .limit(limit)
                .toList();
    }

    /// How many this person has not read; counts no further than [#MOST_COUNTED].
    public int unread(Actor actor) {
        return Math.min(
                MOST_COUNTED,
                reader.unread(actor, MOST_COUNTED) + digests.unread(actor, MOST_COUNTED));
    }

    /// The person has read these, and all notices that were told before them.
    public void read(List<InboxEntry> shown, Actor actor) {
        shown.stream()
                .filter(Told.class::isInstance)
                .findFirst()
                .ifPresent(newest ->
                        transactions.executeWithoutResult(
                                _ -> notices.read(actor.id(), newest.id())));
        followings.read(
                shown.stream()
                        .filter(InboxEntry::unread)
                        .filter(Digest.class::isInstance)
                        .map(Digest.class::cast)
                        .toList(),
                actor);
    }

    /// Puts back what the reader had wanted, as an edit of their own. Where somebody changed the
    /// same field since it was replaced, that is a conflict like any other: nothing is overwritten.
    ///
    /// @return empty when there is nothing to put back
    public Optional<SaveOutcome> restore(Notice notice, Actor actor) {
        var lost = reader.lost(notice, actor);
        var made = conflicts.find(notice.conflict()).flatMap(Conflict::settlement);
        if (lost.isEmpty() || made.isEmpty()) {
            return Optional.empty();
        }
        var edit = new Edit.Update(notice.entity(), made.get().made(), new Patch(lost));
        return Optional.of(entities.save(edit, Author.of(actor, Origin.RESTORE)));
    }
}
