package io.mergedesk.ui.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.desk.Advice;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.fields.Viewer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes rows of conflicts. What a conflict looks like is looked up once for each state of it and
/// of its record.
final class DeskRows {

    private static final int KEPT = 500;

    private record State(ConflictId conflict, long version, Revision revision) {}

    private final DeskServices services;
    private final Viewer viewer;
    private final Cache<State, DeskRow> known = Caffeine.newBuilder().maximumSize(KEPT).build();

    DeskRows(DeskServices services, Viewer viewer) {
        this.services = services;
        this.viewer = viewer;
    }

    /// Rows of conflicts that this person may see.
    List<DeskRow> of(List<Conflict> conflicts) {
        var actor = viewer.actor();
        var ids = conflicts.stream().map(Conflict::entity).collect(Collectors.toSet());
        var entities = services.records().entities().findAll(ids, actor);
        var rows = new ArrayList<DeskRow>();
        for (var conflict : conflicts) {
            var entity = entities.get(conflict.entity());
            if (entity != null) {
                rows.add(row(conflict, entity, actor));
            }
        }
        return rows;
    }

    /// The row of one conflict as it is now.
    Optional<DeskRow> of(ConflictId id) {
        return services.desk().find(id, viewer.actor()).stream()
                .flatMap(conflict -> of(List.of(conflict)).stream())
                .findFirst();
    }

    private DeskRow row(Conflict conflict, Entity entity, Actor actor) {
        var state = new State(conflict.id(), conflict.version(), entity.revision());
        var row = known.getIfPresent(state);
        if (row == null) {
            row = read(conflict, entity, actor);
            known.put(state, row);
        }
        return row;
    }

    private DeskRow read(Conflict conflict, Entity entity, Actor actor) {
        var now = services.conflicts().find(conflict.id(), actor);
        var type = services.records().types().find(conflict.type());
        var asked = asked(conflict, now);
        return new DeskRow(
                conflict,
                type.map(its -> its.titleOf(entity)).orElse(""),
                type.map(its -> its.definition().singular()).orElse(conflict.type().value()),
                (deletes(now) ? "Deleted or kept · " : "")
                        + type.map(its -> DeskWords.labels(asked, its)).orElse(""),
                now.map(its ->
                                its.theirs().values().stream()
                                        .map(ConflictNow.Written::by)
                                        .filter(by -> !by.equals(conflict.edit().by()))
                                        .distinct()
                                        .toList())
                        .orElse(List.of()),
                now.flatMap(Advice::of));
    }

    private static boolean deletes(Optional<ConflictNow> now) {
        return now.filter(its -> its.merge().entity() instanceof EntityOutcome.Contested)
                .isPresent();
    }

    /// What is open now while it waits; afterwards what was asked, or joined without asking.
    private static Collection<FieldName> asked(Conflict conflict, Optional<ConflictNow> now) {
        if (conflict.isOpen() && now.isPresent()) {
            var open = new TreeSet<>(now.get().merge().contests().keySet());
            if (now.get().merge().entity() instanceof EntityOutcome.Contested contested) {
                open.addAll(contested.edited());
            }
            if (!open.isEmpty()) {
                return open;
            }
        }
        return conflict.contested().isEmpty() ? conflict.merged() : conflict.contested();
    }
}
