package io.mergedesk.ui.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobState;
import java.util.List;

/// What can be done with the jobs that are ticked; not there while none is.
final class BulkActions extends Div {

    private final Span count = new Span();
    private final Button retry;
    private final Button change;
    private final Button skip;
    private transient List<JobLine> chosen = List.of();

    BulkActions(JobActions actions) {
        retry = new Button("Deliver again", _ -> actions.retry(chosen));
        change = new Button("Edit and deliver again…", _ -> actions.change(chosen));
        skip = new Button("Skip", _ -> actions.skip(chosen));
        addClassName("sync-bulk");
        count.addClassNames("soft", "small", "number");
        count.getElement().setAttribute("role", "status");
        add(count, retry, change, skip);
        choose(List.of());
    }

    void choose(List<JobLine> lines) {
        chosen = List.copyOf(lines);
        setVisible(!lines.isEmpty());
        count.setText(SyncWords.count(lines.size(), "chosen"));
        retry.setVisible(lines.stream().anyMatch(BulkActions::isFinished));
        change.setVisible(
                !lines.isEmpty() && lines.stream().allMatch(line -> line.state() == JobState.DEAD));
        skip.setVisible(lines.stream().anyMatch(BulkActions::canBeSkipped));
    }

    private static boolean isFinished(JobLine line) {
        return switch (line.state()) {
            case DEAD, DONE, SKIPPED -> true;
            case WAITING, READY, RUNNING -> false;
        };
    }

    private static boolean canBeSkipped(JobLine line) {
        return switch (line.state()) {
            case DEAD, WAITING, READY -> true;
            case RUNNING, DONE, SKIPPED -> false;
        };
    }
}
