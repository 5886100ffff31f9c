package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where notices are kept, and how far each person has read.
public interface NoticeStore {

    /// Joins the caller's transaction.
    void add(List<Notice> notices);

    /// Takes away what was told of conflicts that waited, as they wait no more. Joins the caller's
    /// transaction.
    void forget(Collection<ConflictId> conflicts);

    /// What this person is told, the newest first; of notices of one entity that are told together,
    /// only the newest that was read and the newest that was not.
    ///
    /// @param desk whether they are told what the desk is told
    /// @param before empty for the newest
    List<Notice> of(UserId person, boolean desk, Optional<UUID> before, int limit);

    /// All that this one of them stands for, itself included, the newest first.
    List<Notice> together(UserId person, boolean desk, Notice newest, int limit);

    /// How many of them are newer than what the person has read; counts no further than `most`.
    int unread(UserId person, boolean desk, int most);

    /// The person has read what they were told up to and with this one. Joins the caller's
    /// transaction.
    void read(UserId person, UUID upTo);

    /// Up to where the person has read; empty when they have not read any.
    Optional<UUID> readUpTo(UserId person);
}
