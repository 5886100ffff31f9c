package io.mergedesk.ui.records;

import com.vaadin.flow.data.provider.DataGenerator;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.shell.Modules;
import io.mergedesk.ui.shell.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who else has a record open, shown in its row. The browser is told of those rows only that it
/// has, and of nothing but the people: no row is sent anew.
final class RowPeople implements DataGenerator<Entity> {

    private final RecordGrid grid;
    private final Set<EntityId> rows = new HashSet<>();
    private transient Map<EntityId, List<Presence.Here>> here = Map.of();
    private transient Map<EntityId, List<Presence.Here>> told = Map.of();
    private boolean telling;

    RowPeople(RecordGrid grid) {
        this.grid = grid;
        grid.addDataGenerator(this);
    }

    /// Shows from now on who has which record open.
    void show(Map<EntityId, List<Presence.Here>> people) {
        here = people;
        tellOnce();
    }

    @Override
    public void generateData(Entity row, ObjectNode json) {
        if (rows.add(row.id()) && here.containsKey(row.id())) {
            tellOnce();
        }
    }

    @Override
    public void destroyData(Entity row) {
        rows.remove(row.id());
    }

    @Override
    public void destroyAllData() {
        rows.clear();
    }

    /// Rows come and go many at a time: the browser is told when all of them are there.
    private void tellOnce() {
        if (!telling) {
            telling = true;
            grid.getElement()
                    .getNode()
                    .runWhenAttached(page -> page.beforeClientResponse(grid, _ -> tell()));
        }
    }

    private void tell() {
        telling = false;
        var seen = new TreeMap<>(here);
        seen.keySet().retainAll(rows);
        if (!seen.equals(told)) {
            told = seen;
            var people = JsonNodeFactory.instance.objectNode();
            seen.forEach((id, there) -> people.set(id.toString(), marks(there)));
            Modules.call(grid.getElement(), "row-people.js", "{ m.showPeople(this, $0); }", people);
        }
    }

    private static ArrayNode marks(List<Presence.Here> people) {
        var marks = JsonNodeFactory.instance.arrayNode();
        for (var one : people) {
            marks.addObject()
                    .put("initials", Person.initials(one.name()))
                    .put("colour", Person.colour(one.name()))
                    .put("words", one.words())
                    .put("editing", one.editing());
        }
        return marks;
    }
}
