package io.mergedesk.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.mergedesk.ui.shell.Paced;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work on many jobs that goes on in the background, also when the page is left; with its progress
/// as long as it is shown.
final class BulkRun extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);

    private final ProgressBar bar;
    private final Span words = new Span();
    private final String title;
    private final long count;
    private volatile int done;
    private boolean over;
    private transient volatile Optional<Result> result = Optional.empty();

    /// @param whole whether it came to its end
    record Result(int changed, boolean whole) {}

    BulkRun(String title, long count) {
        this.title = title;
        this.count = count;
        bar = new ProgressBar(0, Math.max(1, count));
        bar.getElement().setAttribute("aria-label", title);
        words.addClassNames("soft", "small", "number");
        words.getElement().setAttribute("role", "status");
        addClassName("sync-run");
        add(words, bar);
        show();
    }

    /// @param work told of an ear for its progress
    /// @param ended told on the page once it is over
    void start(UI page, ToIntFunction<IntConsumer> work, Consumer<Result> ended) {
        var shown =
                Paced.inPage(
                        page,
                        () -> {
                            show();
                            if (!over && result.isPresent()) {
                                over = true;
                                ended.accept(result.get());
                            }
                        });
        Thread.startVirtualThread(() -> run(work, shown));
    }

    private void run(ToIntFunction<IntConsumer> work, Runnable shown) {
        try {
            int changed =
                    work.applyAsInt(many -> {
                        done = many;
                        shown.run();
                    });
            result = Optional.of(new Result(changed, true));
        } catch (RuntimeException e) {
            LOG.warn("work on {} jobs ended after {}", count, done, e);
            result = Optional.of(new Result(done, false));
        }
        shown.run();
    }

    private void show() {
        bar.setValue(Math.min(bar.getMax(), done));
        words.setText(String.format(Locale.ROOT, "%s: %,d of %,d", title, done, count));
    }
}
