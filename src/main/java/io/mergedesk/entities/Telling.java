package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Notice.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// Writes what people are told about conflicts. Nobody is told what they did themselves.
final class Telling {

    private final EntityIds ids;
    private final InstantSource clock;

    Telling(EntityIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// The author, and the desk.
    List<Notice> parked(Conflict conflict) {
        var by = conflict.edit().by();
        return List.of(
                notice(Optional.of(by), Kind.PARKED, conflict, by, conflict.contested()),
                notice(Optional.empty(), Kind.WAITING, conflict, by, conflict.contested()));
    }

    /// Those whose values were replaced.
    List<Notice> overruled(
            Conflict conflict, UserId by, Map<UserId, SortedSet<FieldName>> overruled) {
        var notices = new ArrayList<Notice>();
        overruled.forEach((person, fields) -> {
            if (!person.equals(by)) {
                notices.add(notice(Optional.of(person), Kind.OVERRULED, conflict, by, fields));
            }
        });
        return notices;
    }

    /// The author, whose edit was taken as it was.
    List<Notice> taken(Conflict conflict, UserId by) {
        var author = conflict.edit().by();
        return author.equals(by)
                ? List.of()
                : List.of(
                        notice(
                                Optional.of(author),
                                Kind.TAKEN,
                                conflict,
                                by,
                                conflict.edit().patch().fields()));
    }

    /// Those who are named in the reason of a decision.
    List<Notice> mentioned(Conflict conflict, UserId by, Collection<UserId> people) {
        return people.stream()
                .map(person ->
                        notice(
                                Optional.of(person),
                                Kind.MENTIONED,
                                conflict,
                                by,
                                conflict.contested()))
                .toList();
    }

    /// The author, whose edit waits again, and the desk.
    List<Notice> reopened(Conflict conflict, UserId by) {
        var notices = new ArrayList<Notice>();
        var author = conflict.edit().by();
        if (!author.equals(by)) {
            notices.add(
                    notice(Optional.of(author), Kind.REOPENED, conflict, by, conflict.contested()));
        }
        notices.add(notice(Optional.empty(), Kind.WAITING, conflict, by, conflict.contested()));
        return notices;
    }

    private Notice notice(
            Optional<UserId> to,
            Kind kind,
            Conflict conflict,
            UserId by,
            SortedSet<FieldName> fields) {
        return new Notice(
                ids.next().value(),
                to,
                kind,
                conflict.id(),
                conflict.entity(),
                conflict.type(),
                by,
                fields,
                now());
    }
}
