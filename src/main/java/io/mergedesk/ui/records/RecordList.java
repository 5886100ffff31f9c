package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.fields.Viewer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A list of records with what keeps it fresh: rows change where they stand, new ones wait behind a
/// button, so that nothing moves under the reader's eyes.
@StyleSheet("context://styles/records-list.css")
final class RecordList extends Div {

    private static final int LOOKED_AT = 500;

    private final transient Viewer viewer;
    private final transient EntityType type;
    private final transient Consumer<ListState> wanted;
    private final RecordGrid grid;
    private final Button pill = new Button();
    private final Div empty = new Div();
    private final Span searching = new Span("Searching on …");
    private final transient Set<EntityId> unseen = new HashSet<>();
    private transient ListState state;

    RecordList(
            Viewer viewer,
            EntityType type,
            RecordGrid grid,
            ListState state,
            Consumer<ListState> wanted) {
        this.viewer = viewer;
        this.type = type;
        this.grid = grid;
        this.state = state;
        this.wanted = wanted;
        addClassNames("record-list", "card");
        pill.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        pill.addClassName("pill");
        pill.addClickListener(_ -> fromTop());
        searching.addClassName("searching");
        searching.setVisible(false);
        var status = new Div(pill, searching);
        status.addClassName("pill-place");
        status.getElement().setAttribute("role", "status");
        empty.addClassName("list-empty");
        grid.setEmptyStateComponent(empty);
        grid.setSizeFull();
        add(grid, status);
        grid.onRead(this::read);
        grid.onSort((field, descending) -> wanted.accept(this.state.sorted(field, descending)));
        show(state);
    }

    RecordGrid grid() {
        return grid;
    }

    void show(ListState newState) {
        state = newState;
        fromTop();
    }

    private void fromTop() {
        begin();
        grid.show(state);
    }

    /// So much happened that the list is read anew; the reader stays where they are.
    void reload() {
        begin();
        grid.readAnew();
    }

    private void begin() {
        unseen.clear();
        tellUnseen();
        tellEmpty();
    }

    /// Few records of a long list may match: what was found so far is shown, and the browser asks
    /// for more as soon as it has it.
    private void read(boolean complete) {
        if (searching.isVisible() == complete) {
            searching.setVisible(!complete);
            empty.setVisible(complete);
        }
        if (!complete) {
            getElement().executeJs("return true").then(_ -> grid.readOn());
        }
    }

    /// Others did that: rows change where they stand.
    void follow(List<Event.OfEntity> events) {
        var ids = events.stream().map(Event.OfEntity::entity).distinct().limit(LOOKED_AT).toList();
        var now =
                viewer.stillHere()
                        .map(actor -> viewer.services().entities().findAll(ids, actor))
                        .orElseGet(Map::of);
        if (events.stream().anyMatch(event -> hasGone(event, now))) {
            reload();
            return;
        }
        var matching = Matching.of(state, type);
        for (var event : events) {
            var entity = now.get(event.entity());
            if (entity != null && event instanceof Event.EntityChanged change) {
                follow(change, entity, matching);
            }
        }
        now.values().stream().filter(grid::shows).forEach(grid::update);
        tellUnseen();
    }

    private void follow(Event.EntityChanged change, Entity entity, Matching matching) {
        if (grid.shows(entity)) {
            if (!change.by().equals(viewer.id())) {
                grid.mark(entity, change.fields(), viewer.services().names().of(change.by()));
            }
        } else if (change.name() == EventName.ENTITY_CREATED && matching.takes(type, entity)) {
            unseen.add(entity.id());
        }
    }

    /// Whether it was given to a team of others: it must not stay in sight.
    private static boolean hasGone(Event.OfEntity event, Map<EntityId, Entity> now) {
        return event instanceof Event.EntityChanged change
                && change.name() == EventName.ENTITY_UPDATED
                && change.fields().contains(FieldName.TEAM)
                && !now.containsKey(change.entity());
    }

    /// Shows my own record where it stands, and where it is new, the list that holds it.
    void mine(Entity entity, boolean created) {
        grid.unmark(entity);
        if (created) {
            reload();
        } else if (grid.shows(entity)) {
            grid.update(entity);
        }
    }

    private void tellUnseen() {
        int count = unseen.size();
        pill.setVisible(count > 0);
        pill.setText((count == 1 ? "1 new record" : count + " new records") + ": show");
    }

    private void tellEmpty() {
        empty.removeAll();
        var many = type.label().toLowerCase(Locale.ROOT);
        if (state.narrows()) {
            var all = new Button("Show all " + many, _ -> wanted.accept(state.withoutAll()));
            say("Nothing found", "No " + many + " match what you asked for.", all);
        } else {
            say(
                    "No " + many + " yet",
                    "Add the first one with the button above, or import a file.");
        }
    }

    private void say(String title, String sentence, Component... actions) {
        empty.add(new H3(title), new Paragraph(sentence));
        empty.add(actions);
    }
}
