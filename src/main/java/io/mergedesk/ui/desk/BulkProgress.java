package io.mergedesk.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mergedesk.common.Subscription;
import io.mergedesk.desk.BulkJob;
import io.mergedesk.ui.shell.Paced;
import java.util.function.Consumer;

/// Work on many conflicts that goes on, with its progress; told when it is over.
final class BulkProgress extends Div {

    private final transient BulkJob job;
    private final transient Consumer<BulkJob> ended;
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private final Button cancel = new Button("Cancel", _ -> cancel());
    private transient Subscription subscription = () -> {};
    private boolean over;

    BulkProgress(String title, BulkJob job, Consumer<BulkJob> ended) {
        this.job = job;
        this.ended = ended;
        addClassName("bulk-progress");
        progress.getElement().setAttribute("role", "status");
        progress.addClassNames("soft", "number");
        add(new Span(title), bar, progress, cancel);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var refresh = Paced.inPage(event.getUI(), this::show);
        subscription = job.onChange(refresh);
        // a short job may be over by now
        refresh.run();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
        super.onDetach(event);
    }

    private void show() {
        var counts = job.counts();
        bar.setIndeterminate(counts.total() == 0);
        bar.setValue(
                counts.total() == 0 ? 0 : Math.min(1, (double) counts.done() / counts.total()));
        progress.setText("%,d of %,d".formatted(counts.done(), counts.total()));
        boolean isOver = job.outcome().isPresent() || job.failure().isPresent();
        if (isOver && !over && isAttached()) {
            over = true;
            ended.accept(job);
        }
    }

    private void cancel() {
        cancel.setEnabled(false);
        job.cancel();
    }
}
