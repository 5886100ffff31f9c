package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.EntityId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.TargetId;
import java.util.List;
import java.util.Map;

/// One row for each job; on a phone only what it is and how it stands.
final class JobGrid extends Grid<JobLine> {

    private static final int NARROW = 720;

    private final Column<JobLine> target;
    private final Column<JobLine> attempts;
    private final Column<JobLine> problem;
    private final Column<JobLine> priority;
    private transient Map<TargetId, String> targets = Map.of();
    private transient Map<EntityId, String> titles = Map.of();

    JobGrid() {
        super(JobLine.class, false);
        addClassName("sync-jobs");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addComponentColumn(this::what).setHeader("Record").setFlexGrow(2).setWidth("200px");
        addComponentColumn(JobGrid::state).setHeader("State").setWidth("150px").setFlexGrow(0);
        target =
                addColumn(line -> targets.getOrDefault(line.job().target(), "removed"))
                        .setHeader("Target")
                        .setWidth("150px");
        priority =
                addComponentColumn(line -> SyncWords.badge(line.priority()))
                        .setHeader("Priority")
                        .setWidth("110px")
                        .setFlexGrow(0);
        attempts =
                addColumn(line -> line.job().attempts())
                        .setHeader("Attempts")
                        .setWidth("100px")
                        .setFlexGrow(0);
        problem =
                addColumn(line -> line.job().problem().orElse(""))
                        .setHeader("Last problem")
                        .setFlexGrow(2)
                        .setWidth("180px");
        setSelectionMode(SelectionMode.MULTI);
        setEmptyStateText("Nothing here. Every change that a target wants appears as a job.");
    }

    /// Shows what a window of this width has room for; everything when it is not known yet.
    void fit(int width) {
        var wide = width <= 0 || width >= NARROW;
        target.setVisible(wide);
        priority.setVisible(wide);
        attempts.setVisible(wide);
        problem.setVisible(wide);
    }

    /// Keeps what is selected, as far as it is still there.
    void show(List<JobLine> lines, Map<TargetId, String> names, Map<EntityId, String> records) {
        targets = names;
        titles = records;
        var chosen = getSelectedItems().stream().map(line -> line.job().id()).toList();
        setItems(lines);
        lines.stream().filter(line -> chosen.contains(line.job().id())).forEach(this::select);
    }

    private Component what(JobLine line) {
        var job = line.job();
        var link =
                new Anchor(
                        "records/" + job.type() + "/" + job.entity(),
                        titles.getOrDefault(job.entity(), "a record"));
        var words =
                new Span(SyncWords.of(job.event()) + " · " + job.type() + " · " + job.revision());
        words.addClassNames("soft", "small");
        var what = new Div(link, words);
        what.addClassName("sync-what");
        return what;
    }

    private static Component state(JobLine line) {
        var state = new Div(SyncWords.badge(line.state()));
        state.addClassName("sync-state");
        line.awaits()
                .ifPresent(conflict -> {
                    var why = new Anchor("conflicts/" + conflict, SyncWords.AWAITS);
                    why.addClassName("small");
                    state.add(why);
                });
        line.nextAttempt()
                .filter(_ -> line.job().attempts() > 0)
                .ifPresent(at -> {
                    var next = new Countdown(at);
                    next.addClassNames("soft", "small", "number");
                    state.add(next);
                });
        return state;
    }
}
