package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Event;
import io.mergedesk.ui.fields.FieldEditors;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.SavedViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of one type: header, filters, list, and the form beside the list.
@StyleSheet("context://styles/records.css")
final class RecordsPage extends Div implements FormListener {

    private final transient Viewer viewer;
    private final transient EntityType type;
    private final transient Titles titles;
    private final transient Routes routes;
    private final transient Company company;
    private final FilterBar filters;
    private final RecordList list;
    private final ListWithForm layout;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private transient ListState state;
    private Optional<RecordForm> form = Optional.empty();
    private boolean byKeyboard;

    RecordsPage(
            Viewer viewer,
            Presence presence,
            EntityType type,
            ListState state,
            List<ListAction> actions) {
        this.viewer = viewer;
        this.type = type;
        this.state = state;
        titles = new Titles(viewer);
        routes = new Routes(this, type);
        addClassNames("page", "records-page");
        var header = new PageHeader(type.label());
        actions.forEach(action ->
                action.of(type, () -> this.state.query(type.name()), viewer.actor())
                        .ifPresent(header::withActions));
        header.withActions(new NewRecord(type, this::startNew));
        var grid = new RecordGrid(type, viewer, titles);
        grid.onOpen(this::choose);
        company = new Company(viewer, presence, type.name(), header, new RowPeople(grid));
        list = new RecordList(viewer, type, grid, state, this::go);
        filters =
                new FilterBar(
                        type,
                        new ShownValues(viewer, titles),
                        new FieldEditors(viewer, titles),
                        state,
                        this::go);
        filters.add(
                new SavedViews(
                        type.name().value(),
                        viewer.id(),
                        () -> routes.query(this.state),
                        query -> go(routes.state(query))),
                new ColumnChoice(grid, type, viewer.id()));
        filters.show(state);
        layout = new ListWithForm(list, this::closed);
        add(header, filters, layout);
    }

    EntityType type() {
        return type;
    }

    private Optional<EntityId> open() {
        return form.flatMap(RecordForm::id);
    }

    /// Shows another state of the list, under an address of its own.
    private void go(ListState wanted) {
        routes.go(open(), wanted);
    }

    private void startNew() {
        byKeyboard = true;
        routes.goToNew(state);
    }

    private void choose(Entity row, boolean keyboard) {
        byKeyboard = keyboard;
        routes.go(Optional.of(row.id()), state);
    }

    void search(String words) {
        show(state.searching(words));
        routes.replace(open(), state);
    }

    void show(ListState wanted) {
        if (!wanted.equals(state)) {
            state = wanted;
            filters.show(wanted);
            list.show(wanted);
        }
    }

    /// @return whether there is such a record of this type for this person
    boolean open(EntityId id) {
        if (open().filter(id::equals).isPresent()) {
            return true;
        }
        var entity =
                viewer.services()
                        .entities()
                        .find(id, viewer.actor())
                        .filter(found -> found.type().equals(type.name()));
        entity.ifPresent(found -> {
            place(RecordForm.of(viewer, titles, type, found, this));
            list.grid().select(found);
        });
        return entity.isPresent();
    }

    boolean openNew() {
        list.grid().deselectAll();
        place(RecordForm.ofNew(viewer, titles, type, this));
        return true;
    }

    private void place(RecordForm shown) {
        show(Optional.of(shown));
        if (byKeyboard) {
            byKeyboard = false;
            shown.focusFirst();
        }
    }

    boolean closeForm() {
        list.grid().deselectAll();
        show(Optional.empty());
        return true;
    }

    private void show(Optional<RecordForm> shown) {
        form = shown;
        layout.show(shown);
        setClassName("with-form", shown.isPresent());
        company.at(shown);
    }

    @Override
    public void saved(Entity entity, boolean created) {
        list.mine(entity, created);
        if (created) {
            routes.go(Optional.of(entity.id()), state);
        }
    }

    @Override
    public void editing(boolean unsaved) {
        company.sit(unsaved);
    }

    @Override
    public void parked(Entity current, ConflictId conflict) {
        list.mine(current, false);
        routes.decide(conflict);
    }

    @Override
    public void decide(ConflictId conflict) {
        routes.decide(conflict);
    }

    @Override
    public void closed() {
        routes.go(Optional.empty(), state);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        subscriptions.add(company.enter(event.getUI()));
        subscriptions.add(
                LiveRecords.subscribe(
                        event.getUI(),
                        viewer.services().bus(),
                        type.name(),
                        this::follow,
                        this::refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        super.onDetach(event);
    }

    private void follow(List<Event.OfEntity> events) {
        list.follow(events);
        form.filter(shown ->
                        events.stream()
                                .anyMatch(event ->
                                        shown.id().filter(event.entity()::equals).isPresent()))
                .ifPresent(RecordForm::follow);
    }

    private void refresh() {
        list.reload();
        form.ifPresent(RecordForm::follow);
    }
}
