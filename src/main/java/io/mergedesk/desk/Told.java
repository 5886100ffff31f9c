package io.mergedesk.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Notice;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// A notice as its reader sees it; edits of one entity that wait are told as one.
///
/// @param notice the newest of those it stands for
/// @param count how many it stands for
/// @param people whose edits or decisions these are, whoever was last first
/// @param fields which fields they are about
/// @param title what its entity is called now
/// @param lost what the reader had wanted of each field that was replaced; empty means cleared
/// @param restorable whether some of that is not there now, so that it can be put back
public record Told(
        Notice notice,
        int count,
        List<UserId> people,
        SortedSet<FieldName> fields,
        String title,
        boolean unread,
        SortedMap<FieldName, Optional<FieldValue>> lost,
        boolean restorable)
        implements InboxEntry {

    public Told {
        people = List.copyOf(people);
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        lost = Collections.unmodifiableSortedMap(new TreeMap<>(lost));
    }

    /// One notice alone.
    public static Told of(
            Notice notice,
            String title,
            boolean unread,
            SortedMap<FieldName, Optional<FieldValue>> lost,
            boolean restorable) {
        return new Told(
                notice, 1, List.of(notice.by()), notice.fields(), title, unread, lost, restorable);
    }

    /// The same standing for these notices, the newest first.
    Told together(List<Notice> notices) {
        var all = new TreeSet<FieldName>();
        notices.forEach(one -> all.addAll(one.fields()));
        return new Told(
                notice,
                notices.size(),
                notices.stream().map(Notice::by).distinct().toList(),
                all,
                title,
                unread,
                lost,
                restorable);
    }

    @Override
    public UUID id() {
        return notice.id();
    }

    @Override
    public EntityId entity() {
        return notice.entity();
    }

    @Override
    public TypeName type() {
        return notice.type();
    }

    @Override
    public Instant at() {
        return notice.at();
    }
}
