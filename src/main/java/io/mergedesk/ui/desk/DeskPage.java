package io.mergedesk.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.Role;
import io.mergedesk.common.Subscription;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.events.Event;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Ago;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.SavedViews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One pile of the desk: figures, filters, the list, and what can be done with many at once.
final class DeskPage extends Div {

    private static final int DAYS = 14;
    private static final Duration FIGURES_PACE = Duration.ofSeconds(3);

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final transient DeskState state;
    private final boolean supervisor;
    private final FigureStrip figures = new FigureStrip();
    private final ConflictGrid grid;
    private final ConflictList list;
    private final transient Bulks bulks;
    private final Div note = new Div();
    private transient Subscription live = () -> {};
    private transient Runnable figuresSoon = () -> {};

    /// @param go shows another state, under an address of its own
    /// @param open shows a conflict
    DeskPage(
            DeskServices services,
            Viewer viewer,
            DeskState state,
            UI page,
            Consumer<DeskState> go,
            Consumer<DeskRow> open) {
        this.services = services;
        this.viewer = viewer;
        this.state = state;
        supervisor = viewer.actor().is(Role.SUPERVISOR);
        addClassNames("page", "desk-page");
        var words = DeskWords.of(viewer);
        grid = new ConflictGrid(state.status());
        grid.build(
                new RowWords(words, new Ago(viewer.services().clock()), viewer.zone()),
                supervisor ? Optional.of(this::handle) : Optional.empty());
        grid.onOpen(open);
        list = new ConflictList(services, viewer, grid, state, go);
        bulks = new Bulks(services, viewer, page, batch -> tellBatch(batch, go));
        var filters = new DeskFilterBar(words, new DeskFilterOptions(viewer), state, go);
        filters.add(
                new SavedViews(
                        "$conflicts",
                        viewer.id(),
                        () -> DeskAddress.write(state).getQueryString(),
                        query -> go.accept(DeskAddress.read(query, viewer.id()))));
        add(header(), new DeskTabs(state.status()));
        if (supervisor && state.status() == ConflictStatus.OPEN) {
            add(figures);
        }
        note.addClassName("note");
        note.setVisible(false);
        add(filters, note);
        if (supervisor && state.status() == ConflictStatus.OPEN) {
            filters.add(new BulkBar(services, viewer, grid, list, bulks, state));
        }
        state.conditions().stream()
                .filter(Condition.InBatch.class::isInstance)
                .map(condition -> ((Condition.InBatch) condition).batch())
                .findFirst()
                .filter(_ -> supervisor)
                .ifPresent(this::offerUndo);
        add(list);
    }

    private PageHeader header() {
        var header = new PageHeader(heading());
        if (!supervisor) {
            header.setNote("Nothing of them is lost. A supervisor decides, or you do.");
        }
        return header;
    }

    private String heading() {
        return switch (state.status()) {
            case OPEN -> supervisor ? "Conflicts" : "Your edits that wait";
            case SETTLED -> supervisor ? "Settled conflicts" : "Your edits that were settled";
            case AUTOMATIC -> supervisor ? "Automatic merges" : "Your edits that were merged";
        };
    }

    private void handle(DeskRow row) {
        var fresh = services.desk().find(row.id(), viewer.actor()).map(row::of).orElse(row);
        new HandlingDialog(
                        services,
                        viewer,
                        fresh,
                        conflict -> {
                            list.update(conflict.id());
                            figuresSoon.run();
                        })
                .open();
    }

    private void tellBatch(BatchId batch, Consumer<DeskState> go) {
        list.reload();
        var show =
                new Button(
                        "Show them",
                        _ ->
                                go.accept(
                                        DeskState.start(ConflictStatus.SETTLED)
                                                .with(new Condition.InBatch(batch))));
        show.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        note("These were settled together, and can be taken back together.", show);
    }

    private void offerUndo(BatchId batch) {
        note("These were settled together.", new Button("Undo all", _ -> bulks.undo(batch)));
    }

    private void note(String words, Button action) {
        note.removeAll();
        note.add(new Span(words), action);
        note.setVisible(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        figuresSoon = Paced.inPage(event.getUI(), FIGURES_PACE, this::tellFigures);
        live =
                LiveConflicts.subscribe(
                        event.getUI(),
                        viewer.services().bus(),
                        this::follow,
                        () -> {
                            list.reload();
                            figuresSoon.run();
                        });
        tellFigures();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private void follow(List<Event.ConflictChanged> events) {
        list.follow(events);
        figuresSoon.run();
    }

    private void tellFigures() {
        if (figures.getParent().isPresent()) {
            var actor = viewer.actor();
            var now = viewer.services().clock().instant();
            figures.show(
                    services.desk().figures(DAYS, viewer.zone().getRules().getOffset(now), actor),
                    services.desk().mine(actor));
        }
    }
}
