package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityType;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.ui.shell.StatusBadge;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.TimelineWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tells one reader what happened: names, times and titles in their words.
///
/// @param types the types of today
/// @param titles what records are called today
record ItemWords(
        UserId reader,
        Function<UserId, String> names,
        Function<TypeName, Optional<EntityType>> types,
        Function<EntityId, String> titles,
        HistoryTime time)
        implements TimelineWords<AuditItem> {

    private static final String NOBODY = "Somebody";

    @Override
    public Instant at(AuditItem item) {
        return item.at();
    }

    @Override
    public String name(AuditItem item) {
        return item.by().map(names).orElse("?");
    }

    @Override
    public String who(AuditItem item) {
        return item.by().map(this::who).orElse(NOBODY);
    }

    String who(UserId person) {
        return person.equals(reader) ? "You" : names.apply(person);
    }

    Function<FieldName, String> labels(TypeName type) {
        return field -> types.apply(type).map(its -> its.labelOf(field)).orElse(field.value());
    }

    @Override
    public String did(AuditItem item) {
        return switch (item) {
            case AuditItem.Edited(var change) -> did(change);
            case AuditItem.Noted(var entry) -> ActionWords.did(entry.action());
        };
    }

    private String did(Change change) {
        var verb =
                types.apply(change.type())
                        .map(type -> ChangeWords.verb(change, type))
                        .orElse(change.event().verb());
        return switch (change.event()) {
            case ENTITY_CREATED, ENTITY_DELETED -> verb.replaceFirst(" it$", "");
            default ->
                    change.fields().isEmpty()
                            ? change.origin() == Origin.RESTORE ? "restored" : "saved unchanged"
                            : verb + " of";
        };
    }

    @Override
    public Optional<String> what(AuditItem item) {
        return switch (item) {
            case AuditItem.Edited(var change) -> Optional.of(titles.apply(change.entity()));
            case AuditItem.Noted(var entry) -> what(entry);
        };
    }

    private Optional<String> what(TrailEntry entry) {
        return entry.entity()
                .map(titles)
                .or(() -> detail(entry, "file").filter(text -> !text.isBlank()))
                .or(() -> entry.type().map(this::label))
                .or(() -> detail(entry, "label"))
                .or(() -> person(entry));
    }

    /// Whom it was done to, unless they did it themselves.
    private Optional<String> person(TrailEntry entry) {
        return detail(entry, "person")
                .map(UserId::new)
                .filter(person -> !entry.by().equals(Optional.of(person)))
                .map(names);
    }

    String label(TypeName type) {
        return types.apply(type).map(EntityType::label).orElse(type.value());
    }

    private static Optional<String> detail(TrailEntry entry, String name) {
        return Optional.ofNullable(entry.details().byName().get(name));
    }

    @Override
    public String fact(AuditItem item) {
        return switch (item) {
            case AuditItem.Edited(var change) -> change.revision() + " · " + label(change.type());
            case AuditItem.Noted(var entry) -> entry.address().orElse("");
        };
    }

    @Override
    public List<StatusBadge> badges(AuditItem item) {
        return switch (item) {
            case AuditItem.Edited(var change) -> List.of(ChangeWords.originBadge(change.origin()));
            case AuditItem.Noted(var entry) -> badge(entry.action());
        };
    }

    private static List<StatusBadge> badge(TrailAction action) {
        return switch (action) {
            case CONFLICT_PARKED, CONFLICT_REOPENED, CONFLICT_HANDLED ->
                    List.of(new StatusBadge("conflict", StatusBadge.Kind.CONFLICT));
            case CONFLICT_MERGED -> List.of(new StatusBadge("merge", StatusBadge.Kind.PLAIN));
            case CONFLICT_RESOLVED, CONFLICT_OVERRIDDEN ->
                    List.of(new StatusBadge("decision", StatusBadge.Kind.ACCENT));
            case SIGN_IN_REFUSED -> List.of(new StatusBadge("refused", StatusBadge.Kind.WARN));
            case IMPORT_FAILED -> List.of(new StatusBadge("failed", StatusBadge.Kind.BAD));
            default -> List.of();
        };
    }

    @Override
    public boolean joins(AuditItem newer, AuditItem older) {
        return ItemBursts.joins(newer, older, time.zone());
    }

    @Override
    public String didTogether(List<AuditItem> burst) {
        var lasted = Duration.between(burst.getLast().at(), burst.getFirst().at());
        return ItemBursts.words(burst, did(burst.getFirst()), title(burst), lasted);
    }

    private Optional<String> title(List<AuditItem> burst) {
        var entities = burst.stream().map(AuditItem::entity).distinct().toList();
        return entities.size() == 1 ? entities.getFirst().map(titles) : Optional.empty();
    }

    @Override
    public String factTogether(List<AuditItem> burst) {
        return "";
    }
}
