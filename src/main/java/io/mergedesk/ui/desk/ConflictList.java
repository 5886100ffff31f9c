package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.mergedesk.common.ConflictId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.events.Event;
import io.mergedesk.ui.fields.Viewer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A list of conflicts with what keeps it fresh. Those that somebody settles stay where they stand,
/// marked; new ones come at the end, or wait behind a button where they would push others down, so
/// that nothing moves under the reader's eyes.
@StyleSheet("context://styles/records-list.css")
final class ConflictList extends Div {

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final transient DeskRows rows;
    private final transient Consumer<DeskState> wanted;
    private final ConflictGrid grid;
    private final Button pill = new Button();
    private final Div empty = new Div();
    private final transient Set<ConflictId> unseen = new HashSet<>();
    private transient DeskState state;

    ConflictList(
            DeskServices services,
            Viewer viewer,
            ConflictGrid grid,
            DeskState state,
            Consumer<DeskState> wanted) {
        this.services = services;
        this.viewer = viewer;
        this.grid = grid;
        this.state = state;
        this.wanted = wanted;
        rows = new DeskRows(services, viewer);
        addClassNames("record-list", "conflict-list", "card");
        pill.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        pill.addClassName("pill");
        pill.addClickListener(_ -> show(this.state));
        var status = new Div(pill);
        status.addClassName("pill-place");
        status.getElement().setAttribute("role", "status");
        empty.addClassName("list-empty");
        getElement().setAttribute("data-key", "k");
        getElement()
                .executeJs(
                        "this.addEventListener('shell-key', () => $0.dispatchEvent(new CustomEvent('back-key')))",
                        grid.getElement());
        grid.setEmptyStateComponent(empty);
        grid.setSizeFull();
        add(grid, status);
        show(state);
    }

    void show(DeskState newState) {
        state = newState;
        unseen.clear();
        tellUnseen();
        tellEmpty();
        grid.show(
                new DeskPages(
                        state.query(),
                        query -> services.desk().page(query, viewer.actor()),
                        rows::of));
    }

    /// So much happened that the list is read anew; the reader stays where they are.
    void reload() {
        unseen.clear();
        tellUnseen();
        grid.readAnew();
    }

    /// Others did that.
    void follow(List<Event.ConflictChanged> events) {
        var ids = events.stream().map(Event.ConflictChanged::conflict).collect(Collectors.toSet());
        var coming = new HashSet<ConflictId>();
        for (var id : ids) {
            if (grid.shown(id).isPresent()) {
                rows.of(id).ifPresent(grid::update);
            } else {
                coming.add(id);
            }
        }
        arrive(coming);
    }

    /// Shows a row that I have just changed, as it is now.
    void update(ConflictId id) {
        grid.shown(id).flatMap(_ -> rows.of(id)).ifPresent(grid::update);
    }

    private void arrive(Collection<ConflictId> coming) {
        coming.removeAll(unseen);
        if (coming.isEmpty()) {
            return;
        }
        var arrived =
                services
                        .desk()
                        .page(state.query().ordered(ConflictOrder.NEWEST), viewer.actor())
                        .items()
                        .stream()
                        .map(Conflict::id)
                        .filter(coming::contains)
                        .toList();
        if (arrived.isEmpty()) {
            return;
        }
        if (state.order() == ConflictOrder.NEWEST && !isEmpty()) {
            unseen.addAll(arrived);
            tellUnseen();
        } else {
            reload();
        }
    }

    private boolean isEmpty() {
        return services.desk().count(state.status(), state.conditions(), viewer.actor())
                <= unseen.size();
    }

    private void tellUnseen() {
        int count = unseen.size();
        pill.setVisible(count > 0);
        pill.setText((count == 1 ? "1 new conflict" : count + " new conflicts") + ": show");
    }

    private void tellEmpty() {
        empty.removeAll();
        if (!state.conditions().isEmpty()) {
            say("Nothing found", "No conflict matches what you asked for.");
            empty.add(new Button("Show all", _ -> wanted.accept(state.withoutAll())));
            return;
        }
        switch (state.status()) {
            case OPEN ->
                    say(
                            "Nothing waits",
                            "When two edits of one field meet, the later one waits here for a"
                                    + " decision. Nothing of it is lost meanwhile.");
            case SETTLED ->
                    say(
                            "Nothing settled yet",
                            "What was decided can be looked at here, and taken back.");
            case AUTOMATIC ->
                    say(
                            "Nothing merged yet",
                            "Edits that met others and went together without asking are kept here,"
                                    + " to be reviewed and overridden.");
        }
    }

    private void say(String title, String sentence) {
        empty.add(new H3(title), new Paragraph(sentence));
    }
}
