package io.mergedesk.ui.imports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.Subscription;
import io.mergedesk.transfer.ImportJob;
import io.mergedesk.ui.shell.Coalesced;
import org.jspecify.annotations.Nullable;

/// A job that goes on, with its progress; told when it is over.
final class RunStep extends Div {

    private final transient ImportJob job;
    private final SerializableConsumer<ImportJob> ended;
    private final H2 heading;
    private final String stopping;
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private final Button cancel = new Button("Cancel", _ -> cancel());
    private transient @Nullable Subscription subscription;
    private boolean over;

    /// @param stopping what it says of itself once it is cancelled, until it is over
    RunStep(String title, String stopping, ImportJob job, SerializableConsumer<ImportJob> ended) {
        this.stopping = stopping;
        this.job = job;
        this.ended = ended;
        addClassNames("card", "import-card");
        heading = new H2(title);
        progress.getElement().setAttribute("role", "status");
        progress.addClassNames("soft", "number");
        var actions = new Div(progress, cancel);
        actions.addClassName("import-actions");
        add(heading, bar, actions);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var refresh = new Coalesced(event.getUI(), this::show);
        subscription = job.onChange(refresh);
        // a short job may be over by now, and the step that follows must not be shown while this
        // one is being added
        refresh.run();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
        }
        super.onDetach(event);
    }

    private void show() {
        var counts = job.counts();
        bar.setValue(
                counts.total() == 0 ? 0 : Math.min(1, (double) counts.done() / counts.total()));
        progress.setText(
                "%s of %s rows"
                        .formatted(
                                ReportParts.number(counts.done()),
                                ReportParts.number(counts.total())));
        boolean isOver = job.outcome().isPresent() || job.failure().isPresent();
        if (isOver && !over && isAttached()) {
            over = true;
            ended.accept(job);
        }
    }

    private void cancel() {
        cancel.setEnabled(false);
        heading.setText(stopping);
        job.cancel();
    }
}
