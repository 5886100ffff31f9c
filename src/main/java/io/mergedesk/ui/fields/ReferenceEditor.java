package io.mergedesk.ui.fields;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Another record, found by its words, with a link to it.
final class ReferenceEditor extends InputEditor<ComboBox<EntityId>, EntityId> {

    private static final int MATCHES = 50;

    private final Viewer viewer;
    private final Titles titles;
    private final List<EntityType> types;
    private final Anchor link = new Anchor();

    ReferenceEditor(FieldDefinition field, Viewer viewer, Titles titles) {
        super(new ComboBox<>(), field);
        this.viewer = viewer;
        this.titles = titles;
        types =
                field.references()
                        .map(name -> viewer.services().types().find(name).stream().toList())
                        .orElseGet(() -> viewer.services().types().all());
        input.setItemLabelGenerator(titles::of);
        input.setClearButtonVisible(!field.required());
        input.setPlaceholder("Search …");
        input.setItemsWithFilterConverter(this::matches, filter -> filter);
        link.add(VaadinIcon.ARROW_RIGHT.create());
        link.setAriaLabel("Go to " + field.label());
        input.setPrefixComponent(link);
        input.addValueChangeListener(_ -> lead());
        lead();
    }

    /// One page of each type is enough: whoever looks for one types another word.
    private Stream<EntityId> matches(Query<EntityId, String> query) {
        var words = query.getFilter().orElse("");
        int offset = query.getOffset();
        int limit = query.getLimit();
        return types.stream()
                .flatMap(type -> found(type, words))
                .map(Entity::id)
                .skip(offset)
                .limit(limit);
    }

    private Stream<Entity> found(EntityType type, String words) {
        var title = type.titleField();
        var query =
                new EntityQuery(
                        type.name(),
                        words.strip(),
                        List.of(),
                        title,
                        title.isEmpty(),
                        MATCHES,
                        Optional.empty());
        var services = viewer.services();
        var found =
                new RecordPages(
                                query,
                                one -> services.entities().page(one, viewer.actor()),
                                services.clock())
                        .rows(0, MATCHES)
                        .rows();
        found.forEach(entity -> titles.keep(entity.id(), type.titleOf(entity)));
        return found.stream();
    }

    private void lead() {
        var id = input.getValue();
        var target =
                id == null
                        ? Optional.<Entity>empty()
                        : viewer.services().entities().find(id, viewer.actor());
        link.setVisible(target.isPresent());
        target.ifPresent(entity -> link.setHref("records/" + entity.type() + "/" + entity.id()));
    }

    @Override
    String write(EntityId value) {
        return value.toString();
    }

    @Override
    Optional<EntityId> read(String text) {
        return FieldText.read(FieldKind.REFERENCE, text)
                        instanceof Reading.Value(FieldValue.Reference(var id))
                ? Optional.of(id)
                : Optional.empty();
    }

    @Override
    Optional<String> meant(String seen) {
        if (seen.isBlank()) {
            return Optional.of("");
        }
        var same =
                types.stream()
                        .flatMap(type -> found(type, seen))
                        .filter(entity -> titles.of(entity.id()).equals(seen))
                        .toList();
        return same.size() == 1 ? Optional.of(same.getFirst().id().toString()) : Optional.empty();
    }
}
