package io.mergedesk.ui.records;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.ShownValues;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// A record in two lines: what it is called, and the first few things there are to say about it.
record RowCard(EntityType type, ShownValues values, CellMarks marks) {

    private static final int SAID = 4;
    private static final String CARD =
            """
            <div class="row-card">
              <div class="cell-line">
                <span class="row-title"><span class="${item.mark0}">${item.text0}</span></span>
                <row-people record="${item.record}"></row-people>
              </div>
              <div class="row-rest"><span class="${item.mark1}">${item.text1}</span>\
            <span class="${item.mark2}">${item.text2}</span>\
            <span class="${item.mark3}">${item.text3}</span></div>
            </div>
            """;

    private record Part(FieldName field, String text) {}

    Renderer<Entity> renderer() {
        var renderer =
                LitRenderer.<Entity>of(CARD).withProperty("record", row -> row.id().toString());
        for (int i = 0; i < SAID; i++) {
            renderer.withProperty("text" + i, part(i, (_, part) -> part.text()));
            renderer.withProperty(
                    "mark" + i, part(i, (row, part) -> marks.className(row.id(), part.field())));
        }
        return renderer;
    }

    private ValueProvider<Entity, String> part(int place, BiFunction<Entity, Part, String> told) {
        return row -> {
            var parts = said(row);
            return place < parts.size() ? told.apply(row, parts.get(place)) : "";
        };
    }

    String header() {
        return type.titleField().map(type::labelOf).orElse(type.label());
    }

    /// What the record holds, its title first.
    private List<Part> said(Entity row) {
        var titled = type.fields().stream().filter(this::isTitle);
        var others = type.fields().stream().filter(field -> !isTitle(field));
        return Stream.concat(titled, others)
                .filter(field -> field.kind() != FieldKind.LONG_TEXT)
                .map(field -> new Part(field.name(), values.of(row.values().get(field.name()))))
                .filter(part -> !part.text().isBlank())
                .limit(SAID)
                .toList();
    }

    private boolean isTitle(FieldDefinition field) {
        return Optional.of(field.name()).equals(type.titleField());
    }
}
