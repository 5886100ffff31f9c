package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.ParkedEdit;
import io.mergedesk.conflicts.ResolutionJson;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ConflictRecord;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Conflicts to rows and back. Sets of fields are kept as their names with blanks between.
final class ConflictRows {

    static final String OPEN = "open";
    static final String SETTLED = "settled";

    private final Types types;

    ConflictRows(Types types) {
        this.types = types;
    }

    Conflict read(ConflictRecord row) {
        var kinds = types.kinds(row.getTypeId());
        return new Conflict(
                Binary.conflictId(row.getId()),
                Binary.entityId(row.getEntityId()),
                types.byId(row.getTypeId()).name(),
                edit(row, kinds),
                new Revision(row.getMetRevision()),
                names(row.getContested()),
                names(row.getMerged()),
                new Handling(
                        Priority.ofRank(row.getPriority()),
                        Optional.ofNullable(row.getAssignee()).map(UserId::new),
                        row.getInspected(),
                        row.getNote()),
                row.getSettledBy() == null ? Optional.empty() : Optional.of(settlement(row, kinds)),
                row.getReopenedCount(),
                row.getVersion());
    }

    private static ParkedEdit edit(ConflictRecord row, FieldKinds kinds) {
        return new ParkedEdit(
                new UserId(row.getAuthor()),
                new HybridTime(row.getHybridTime()),
                Origin.parse(row.getOrigin()),
                new Revision(row.getBaseRevision()),
                FieldJson.readPatch(row.getPatch(), kinds),
                row.getDeletes(),
                Optional.ofNullable(row.getStrategy()).flatMap(MergeStrategy::parse),
                Optional.ofNullable(row.getBatchId()).map(Binary::batchId));
    }

    private static Settlement settlement(ConflictRecord row, FieldKinds kinds) {
        return new Settlement(
                new UserId(row.getSettledBy()),
                Utc.instant(row.getSettledAt()),
                Settlement.How.parse(row.getSettledHow()).orElseThrow(),
                new Revision(row.getSeenRevision()),
                new Revision(row.getMadeRevision()),
                Objects.requireNonNull(row.getReason()),
                ResolutionJson.read(row.getResolution(), kinds),
                Optional.ofNullable(row.getSettledBatchId()).map(Binary::batchId));
    }

    ConflictRecord write(Conflict conflict) {
        var row = new ConflictRecord();
        var edit = conflict.edit();
        row.setId(Binary.of(conflict.id()));
        row.setEntityId(Binary.of(conflict.entity()));
        row.setTypeId(types.get(conflict.type()).id());
        row.setAuthor(edit.by().value());
        row.setEditedAt(Utc.of(edit.at()));
        row.setHybridTime(edit.time().packed());
        row.setOrigin(edit.origin().wireName());
        row.setBaseRevision(edit.base().number());
        row.setPatch(FieldJson.writePatch(edit.patch()));
        row.setDeletes(edit.deletes());
        row.setStrategy(edit.strategy().map(MergeStrategy::wireName).orElse(null));
        row.setBatchId(edit.batch().map(Binary::of).orElse(null));
        row.setMetRevision(conflict.met().number());
        row.setContested(text(conflict.contested()));
        row.setMerged(text(conflict.merged()));
        return change(row, conflict);
    }

    /// The columns that change while a conflict is dealt with.
    static ConflictRecord changing(Conflict conflict) {
        return change(new ConflictRecord(), conflict);
    }

    private static ConflictRecord change(ConflictRecord row, Conflict conflict) {
        var handling = conflict.handling();
        var settlement = conflict.settlement();
        row.setStatus(conflict.isOpen() ? OPEN : SETTLED);
        row.setPriority((byte) handling.priority().rank());
        row.setAssignee(handling.assignee().map(UserId::value).orElse(null));
        row.setInspected(handling.inspected());
        row.setNote(handling.note());
        row.setSettledBy(settlement.map(one -> one.by().value()).orElse(null));
        row.setSettledAt(settlement.map(one -> Utc.of(one.at())).orElse(null));
        row.setSettledHow(settlement.map(one -> one.how().wireName()).orElse(null));
        row.setSeenRevision(settlement.map(one -> one.seen().number()).orElse(null));
        row.setMadeRevision(settlement.map(one -> one.made().number()).orElse(null));
        row.setReason(settlement.map(Settlement::reason).orElse(null));
        row.setResolution(
                settlement.map(one -> ResolutionJson.write(one.resolution())).orElse(null));
        row.setSettledBatchId(settlement.flatMap(Settlement::batch).map(Binary::of).orElse(null));
        row.setReopenedCount(conflict.reopened());
        row.setVersion(conflict.version());
        return row;
    }

    static String text(SortedSet<FieldName> names) {
        return names.stream().map(FieldName::toString).collect(Collectors.joining(" "));
    }

    static SortedSet<FieldName> names(String text) {
        return Arrays.stream(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(FieldName::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
