package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.HandleOutcome;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What can be done with the chosen conflicts, or with all that the list shows.
final class BulkBar extends Div {

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final ConflictGrid grid;
    private final ConflictList list;
    private final Bulks bulks;
    private final Span chosen = new Span();
    private final Button take = new Button("Take them", _ -> handle(this::taken));
    private final Button inspect = new Button("Mark inspected", _ -> handle(BulkBar::inspected));
    private final Button clear = new Button("Clear", _ -> deselect());
    private final Button decide = new Button("Decide by a rule …", _ -> decide());
    private transient DeskState state;

    BulkBar(
            DeskServices services,
            Viewer viewer,
            ConflictGrid grid,
            ConflictList list,
            Bulks bulks,
            DeskState state) {
        this.services = services;
        this.viewer = viewer;
        this.grid = grid;
        this.list = list;
        this.bulks = bulks;
        this.state = state;
        addClassName("bulk-bar");
        chosen.getElement().setAttribute("role", "status");
        chosen.addClassName("number");
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(chosen, take, inspect, decide, clear);
        grid.addSelectionListener(_ -> tell());
        tell();
    }

    void show(DeskState newState) {
        state = newState;
        deselect();
    }

    private void deselect() {
        grid.deselectAll();
        tell();
    }

    private void tell() {
        int count = grid.getSelectedItems().size();
        chosen.setText(count == 0 ? "" : count + " chosen");
        for (var button : new Button[] {take, inspect, clear}) {
            button.setVisible(count > 0);
        }
    }

    private void decide() {
        var ids = grid.getSelectedItems().stream().map(DeskRow::id).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            bulks.decide(
                    new BulkRequest.Selection.These(ids),
                    DeskWords.count(ids.size(), "chosen conflict") + ".");
            return;
        }
        int count = services.desk().count(state.status(), state.conditions(), viewer.actor());
        bulks.decide(
                new BulkRequest.Selection.Matching(state.conditions()),
                "All %s%s, %s.%s"
                        .formatted(
                                count >= Desk.MOST_COUNTED ? "over " : "",
                                DeskWords.count(count, "open conflict"),
                                state.conditions().isEmpty()
                                        ? "without a filter"
                                        : "as the list is filtered",
                                " Choose some in the list to decide only those."));
    }

    private Handling taken(Handling before) {
        return before.assigned(Optional.of(viewer.id()));
    }

    private static Handling inspected(Handling before) {
        return before.inspected(true);
    }

    private void handle(UnaryOperator<Handling> change) {
        var actor = viewer.actor();
        int late = 0;
        for (var row : grid.getSelectedItems()) {
            var conflict = services.desk().find(row.id(), actor).orElse(row.conflict());
            var outcome =
                    services.desk()
                            .handle(
                                    conflict.id(),
                                    conflict.version(),
                                    change.apply(conflict.handling()),
                                    actor);
            if (!(outcome instanceof HandleOutcome.Handled)) {
                late++;
            }
            list.update(row.id());
        }
        if (late > 0) {
            Toast.say(DeskWords.count(late, "conflict") + " could not be changed just now.");
        }
        deselect();
    }
}
