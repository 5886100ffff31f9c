package io.mergedesk.storage.memory;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.conflicts.Settlement.How;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.ConflictPage;
import io.mergedesk.desk.ConflictQuery;
import io.mergedesk.desk.ConflictSearch;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.desk.Figures;
import io.mergedesk.entities.ChangeLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds conflicts by looking at every one of them.
public final class MemoryConflictSearch implements ConflictSearch {

    private final MemoryConflictStore store;
    private final MemoryEntityStore entities;
    private final ChangeLog log;
    private final InstantSource clock;

    public MemoryConflictSearch(
            MemoryConflictStore store,
            MemoryEntityStore entities,
            ChangeLog log,
            InstantSource clock) {
        this.store = store;
        this.entities = entities;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public ConflictPage page(ConflictQuery query, Actor actor) {
        var order = order(query);
        var found =
                matching(query.status(), query.conditions(), actor)
                        .map(conflict -> new Place(ConflictCursor.at(conflict), conflict))
                        .filter(place ->
                                query.after().isEmpty()
                                        || order.compare(place.cursor(), query.after().get()) > 0)
                        .sorted(Comparator.comparing(Place::cursor, order))
                        .limit(query.limit() + 1L)
                        .toList();
        boolean more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        return new ConflictPage(
                shown.stream().map(Place::conflict).toList(),
                more ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    private record Place(ConflictCursor cursor, Conflict conflict) {}

    private static Comparator<ConflictCursor> order(ConflictQuery query) {
        Comparator<ConflictCursor> oldest =
                Comparator.comparing(cursor -> new EntityId(cursor.id().value()));
        var order =
                switch (query.order()) {
                    case NEWEST -> oldest.reversed();
                    case OLDEST -> oldest;
                    case URGENT ->
                            Comparator.comparing(ConflictCursor::priority).thenComparing(oldest);
                };
        return query.backwards() ? order.reversed() : order;
    }

    @Override
    public int count(ConflictStatus status, List<Condition> conditions, Actor actor, int most) {
        return (int) matching(status, conditions, actor).limit(most).count();
    }

    @Override
    public Figures figures(LocalDate since, ZoneOffset offset, Actor actor) {
        var from = since.atStartOfDay().toInstant(offset);
        var all = store.all(conflict -> maySee(conflict, actor)).toList();
        var arrived =
                all.stream()
                        .filter(one -> !one.isAutomatic() && !one.edit().at().isBefore(from))
                        .toList();
        var settled = all.stream().filter(one -> !settledAt(one).isBefore(from)).toList();
        var today = LocalDate.ofInstant(clock.instant(), offset);
        return new Figures(
                all.stream().filter(Conflict::isOpen).count(),
                since.datesUntil(today.plusDays(1))
                        .map(day ->
                                new Figures.Day(
                                        day,
                                        arrived.stream()
                                                .filter(one -> isOn(one.edit().at(), day, offset))
                                                .count(),
                                        settled.stream()
                                                .filter(one -> !one.isAutomatic())
                                                .filter(one -> isOn(settledAt(one), day, offset))
                                                .count()))
                        .toList(),
                settled.stream().filter(Conflict::isAutomatic).count(),
                median(
                        settled.stream()
                                .filter(one -> how(one, How.PERSON) || how(one, How.RULE))
                                .map(one -> Duration.between(one.edit().at(), settledAt(one)))
                                .sorted()
                                .toList()),
                all.stream()
                        .filter(one -> one.reopened() > 0 && !one.edit().at().isBefore(from))
                        .count());
    }

    private static Optional<Duration> median(List<Duration> sorted) {
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    private static boolean isOn(Instant at, LocalDate day, ZoneOffset offset) {
        return LocalDate.ofInstant(at, offset).equals(day);
    }

    /// Long ago while it is open.
    private static Instant settledAt(Conflict conflict) {
        return conflict.settlement().map(Settlement::at).orElse(Instant.MIN);
    }

    private static boolean how(Conflict conflict, How how) {
        return conflict.settlement().map(Settlement::how).equals(Optional.of(how));
    }

    private Stream<Conflict> matching(
            ConflictStatus status, List<Condition> conditions, Actor actor) {
        return store.all(conflict ->
                is(conflict, status)
                        && maySee(conflict, actor)
                        && conditions.stream().allMatch(one -> meets(conflict, one)));
    }

    private static boolean is(Conflict conflict, ConflictStatus status) {
        return switch (status) {
            case OPEN -> conflict.isOpen();
            case SETTLED -> !conflict.isOpen() && !conflict.isAutomatic();
            case AUTOMATIC -> conflict.isAutomatic();
        };
    }

    private boolean maySee(Conflict conflict, Actor actor) {
        return (actor.is(Role.SUPERVISOR) || conflict.edit().by().equals(actor.id()))
                && entities.find(conflict.entity())
                        .filter(entity -> actor.maySee(entity.team()))
                        .isPresent();
    }

    private boolean meets(Conflict conflict, Condition condition) {
        var handling = conflict.handling();
        return switch (condition) {
            case Condition.OfType(var type) -> conflict.type().equals(type);
            case Condition.OfEntity(var entity) -> conflict.entity().equals(entity);
            case Condition.OnField(var field) ->
                    conflict.contested().contains(field)
                            || (conflict.contested().isEmpty()
                                    && conflict.merged().contains(field));
            case Condition.Involving(var person) ->
                    conflict.edit().by().equals(person) || met(conflict, person);
            case Condition.By(var author) -> conflict.edit().by().equals(author);
            case Condition.AssignedTo(var person) ->
                    handling.assignee().equals(Optional.of(person));
            case Condition.Unassigned _ -> handling.assignee().isEmpty();
            case Condition.Urgency(var priority) -> handling.priority() == priority;
            case Condition.Inspected(var inspected) -> handling.inspected() == inspected;
            case Condition.OlderThan(var age) ->
                    !conflict.edit().at().isAfter(clock.instant().minus(age));
            case Condition.CameBy(var origin) -> conflict.edit().origin() == origin;
            case Condition.InBatch(var batch) ->
                    conflict.settlement().flatMap(Settlement::batch).equals(Optional.of(batch));
        };
    }

    private boolean met(Conflict conflict, UserId person) {
        return log.since(conflict.entity(), conflict.edit().base()).stream()
                .anyMatch(change ->
                        change.by().equals(person) && !conflict.met().isBefore(change.revision()));
    }
}
