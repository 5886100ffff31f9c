package io.mergedesk.ui.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobWork;
import java.util.List;
import java.util.Locale;

/// What can be done with the jobs that are ticked, or with all that match where there are more; not
/// there while none is.
final class BulkActions extends Div {

    private final Span count = new Span();
    private final Button everything = new Button("", _ -> chooseAll(true));
    private final Button ticked = new Button("Only those ticked", _ -> chooseAll(false));
    private final Button retry;
    private final Button change;
    private final Button skip;
    private transient List<JobLine> chosen = List.of();
    private transient Matching matching = Matching.NONE;
    private boolean all;

    BulkActions(JobActions actions) {
        retry = new Button("Deliver again", _ -> retry(actions));
        change = new Button("Edit and deliver again…", _ -> change(actions));
        skip = new Button("Skip", _ -> skip(actions));
        addClassName("sync-bulk");
        count.addClassNames("soft", "small", "number");
        count.getElement().setAttribute("role", "status");
        everything.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        ticked.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(count, everything, ticked, retry, change, skip);
        choose(List.of(), Matching.NONE);
    }

    /// Others are ticked now.
    void choose(List<JobLine> lines, Matching many) {
        all = false;
        keep(lines, many);
    }

    /// The same are ticked, as they stand now.
    void keep(List<JobLine> lines, Matching many) {
        chosen = List.copyOf(lines);
        matching = many;
        all &= !lines.isEmpty();
        show();
    }

    private void chooseAll(boolean wanted) {
        all = wanted;
        show();
    }

    private void show() {
        setVisible(!chosen.isEmpty());
        count.setText(
                all
                        ? String.format(
                                Locale.ROOT, "All %,d that match are chosen", matching.count())
                        : SyncWords.count(chosen.size(), "chosen"));
        everything.setText(
                String.format(Locale.ROOT, "Choose all %,d that match", matching.count()));
        everything.setVisible(!all && matching.count() > chosen.size());
        ticked.setVisible(all);
        retry.setVisible(fits(JobWork.RETRY, false));
        change.setVisible(fits(JobWork.CHANGE, true));
        skip.setVisible(fits(JobWork.SKIP, false));
    }

    private boolean fits(JobWork work, boolean each) {
        if (all) {
            return work.fits(matching.query());
        }
        var states = chosen.stream().map(JobLine::state);
        return !chosen.isEmpty()
                && (each ? states.allMatch(work::fits) : states.anyMatch(work::fits));
    }

    private void retry(JobActions actions) {
        if (all) {
            actions.retry(matching);
        } else {
            actions.retry(chosen);
        }
    }

    private void change(JobActions actions) {
        if (all) {
            actions.change(matching, chosen.getFirst());
        } else {
            actions.change(chosen);
        }
    }

    private void skip(JobActions actions) {
        if (all) {
            actions.skip(matching);
        } else {
            actions.skip(chosen);
        }
    }
}
