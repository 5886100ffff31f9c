package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Event;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.shell.PageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The records of one type: header, filters, list, and the form beside the list.
@StyleSheet("context://styles/records.css")
final class RecordsPage extends Div implements RecordForm.Listener {

    private final transient Viewer viewer;
    private final transient EntityType type;
    private final transient Titles titles;
    private final PageHeader header;
    private final FilterBar filters;
    private final RecordList list;
    private final MasterDetailLayout layout = new MasterDetailLayout();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private transient Presence.@Nullable Seat seat;
    private transient ListState state;
    private @Nullable RecordForm form;
    private boolean byKeyboard;

    RecordsPage(Viewer viewer, EntityType type, ListState state, List<ListAction> actions) {
        this.viewer = viewer;
        this.type = type;
        this.state = state;
        titles = new Titles(viewer);
        addClassNames("page", "records-page");
        header = new PageHeader(type.label());
        actions.forEach(action ->
                action.of(type, () -> this.state.query(type.name()), viewer.actor())
                        .ifPresent(header::withActions));
        header.withActions(newButton());
        var grid = new RecordGrid(type, viewer, titles);
        grid.onOpen(this::choose);
        list = new RecordList(viewer, type, grid, state, this::go);
        filters =
                new FilterBar(
                        type,
                        new ShownValues(viewer, titles),
                        new FieldEditors(viewer, titles),
                        state,
                        this::go);
        filters.add(
                new SavedViews(type, viewer.id(), this::address, this::goTo),
                new ColumnChoice(grid, type, viewer.id()));
        filters.show(state);
        layout.setMaster(list);
        layout.setMasterSize("360px");
        layout.setExpandMaster(true);
        layout.setDetailSize("440px");
        layout.setOverlaySize("100%");
        layout.setAnimationEnabled(false);
        layout.setSizeFull();
        layout.addDetailEscapePressListener(_ -> closed());
        add(header, filters, layout);
    }

    private Button newButton() {
        var create =
                new Button(
                        "New " + type.definition().singular().toLowerCase(Locale.ROOT),
                        _ -> startNew());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.getElement().setAttribute("data-key", "n");
        create.getElement().addEventListener("shell-key", _ -> startNew());
        return create;
    }

    EntityType type() {
        return type;
    }

    String title() {
        return type.label();
    }

    private String address() {
        return ListAddress.write(state, type).getQueryString();
    }

    private void goTo(String query) {
        go(ListAddress.read(QueryParameters.fromString(query), type));
    }

    /// Shows another state of the list, under an address of its own.
    private void go(ListState wanted) {
        navigate(path(Optional.ofNullable(form).flatMap(RecordForm::id)), wanted);
    }

    private void navigate(String path, ListState wanted) {
        getUI().ifPresent(ui -> ui.navigate(path, ListAddress.write(wanted, type)));
    }

    private String path(Optional<EntityId> open) {
        return "records/" + type.name() + open.map(id -> "/" + id).orElse("");
    }

    private void startNew() {
        byKeyboard = true;
        navigate("records/" + type.name() + "/" + RecordsView.NEW, state);
    }

    private void choose(Entity row, boolean keyboard) {
        byKeyboard = keyboard;
        navigate(path(Optional.of(row.id())), state);
    }

    void search(String words) {
        show(state.searching(words));
        getUI().ifPresent(ui -> {
            var query = address();
            var path = path(Optional.ofNullable(form).flatMap(RecordForm::id));
            ui.getPage()
                    .getHistory()
                    .replaceState(null, query.isEmpty() ? path : path + "?" + query);
        });
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
        if (form != null && form.id().filter(id::equals).isPresent()) {
            return true;
        }
        var entity =
                viewer.services()
                        .entities()
                        .find(id, viewer.actor())
                        .filter(found -> found.type().equals(type.name()));
        entity.ifPresent(found -> {
            place(RecordForm.of(viewer, titles, type, found, this));
            list.grid().select(id, entity);
        });
        return entity.isPresent();
    }

    boolean openNew() {
        list.grid().deselectAll();
        place(RecordForm.ofNew(viewer, titles, type, this));
        return true;
    }

    private void place(RecordForm shown) {
        form = shown;
        layout.setDetail(shown);
        addClassName("with-form");
        if (byKeyboard) {
            byKeyboard = false;
            shown.focusFirst();
        }
        sit(false);
        showPeople();
    }

    boolean closeForm() {
        form = null;
        layout.setDetail(null);
        removeClassName("with-form");
        list.grid().deselectAll();
        sit(false);
        showPeople();
        return true;
    }

    @Override
    public void saved(Entity entity, boolean created) {
        list.mine(entity, created);
        if (created) {
            navigate(path(Optional.of(entity.id())), state);
        }
    }

    @Override
    public void editing(boolean unsaved) {
        sit(unsaved);
    }

    @Override
    public void closed() {
        navigate(path(Optional.empty()), state);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var services = viewer.services();
        var ui = event.getUI();
        seat = services.presence().enter(viewer.id(), viewer.name(), type.name());
        subscriptions.add(seat);
        subscriptions.add(services.presence().onChange(Paced.inPage(ui, this::showPeople)));
        subscriptions.add(
                LiveRecords.subscribe(
                        ui, services.bus(), type.name(), this::follow, this::refresh));
        sit(form != null && form.hasUnsaved());
        showPeople();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        seat = null;
        super.onDetach(event);
    }

    private void follow(List<Event.EntityChanged> events) {
        list.follow(events);
        var open = Optional.ofNullable(form).flatMap(RecordForm::id);
        if (form != null
                && events.stream()
                        .anyMatch(event -> open.filter(event.entity()::equals).isPresent())) {
            form.follow();
        }
    }

    private void refresh() {
        list.reload();
        if (form != null) {
            form.follow();
        }
    }

    private void sit(boolean editing) {
        if (seat != null) {
            seat.move(type.name(), Optional.ofNullable(form).flatMap(RecordForm::id), editing);
        }
    }

    private void showPeople() {
        var presence = viewer.services().presence();
        header.showPeople(
                presence.at(type.name(), viewer.id()).stream().map(Presence.Here::name).toList());
        if (form != null) {
            form.showPeople(form.id().map(id -> presence.at(id, viewer.id())).orElse(List.of()));
        }
    }
}
