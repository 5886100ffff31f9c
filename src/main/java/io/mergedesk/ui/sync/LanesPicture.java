package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.Priority;
import io.mergedesk.sync.JobState;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The four lanes of the queue, the most urgent on top: what waits, runs and is dead in each, as
/// bars of one scale and in figures. A lane is a link to its part of the queue.
final class LanesPicture extends Nav {

    private static final double WHOLE = 100;

    /// Less cannot be seen.
    private static final double LEAST = 2;

    /// They stay the same, so that a keyboard's focus stays where it is.
    private final Map<Priority, Anchor> lanes = new EnumMap<>(Priority.class);

    LanesPicture() {
        addClassNames("card", "sync-lanes");
        getElement().setAttribute("aria-label", "Lanes by priority");
        for (var priority : Priority.values()) {
            var lane = new Anchor();
            lane.addClassName("sync-lane");
            lane.getElement().setAttribute("data-lane", priority.wireName());
            lanes.put(priority, lane);
            add(lane);
        }
    }

    void show(QueueFigures figures, QueuePlace place) {
        long most =
                Arrays.stream(Priority.values())
                        .mapToLong(priority -> all(figures.of(priority)))
                        .max()
                        .orElse(0);
        lanes.forEach((priority, lane) -> {
            show(lane, priority, figures.of(priority), most);
            lane.setHref(place.toggled(priority).address());
            if (place.priority().filter(priority::equals).isPresent()) {
                lane.getElement().setAttribute("aria-current", "true");
            } else {
                lane.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static void show(
            Anchor lane, Priority priority, Map<JobState, Long> counts, long most) {
        long waiting = QueueFigures.waiting(counts);
        long running = counts.getOrDefault(JobState.RUNNING, 0L);
        long dead = counts.getOrDefault(JobState.DEAD, 0L);
        var said =
                String.format(
                        Locale.ROOT,
                        "%s: %,d waiting, %,d running, %,d dead",
                        priority.wireName(),
                        waiting,
                        running,
                        dead);
        if (said.equals(lane.getElement().getAttribute("aria-label"))
                && Long.toString(most).equals(lane.getElement().getAttribute("data-most"))) {
            return;
        }
        lane.getElement().setAttribute("aria-label", said);
        lane.getElement().setAttribute("data-most", Objects.requireNonNull(Long.toString(most)));
        var name = new Span(priority.wireName());
        name.addClassName("sync-lane-name");
        var bar =
                new Div(
                        part("running", running, most),
                        part("waiting", waiting, most),
                        part("dead", dead, most));
        bar.addClassName("sync-lane-bar");
        var words =
                new Div(
                        figure("waiting", waiting),
                        figure("running", running),
                        figure("dead", dead));
        words.addClassNames("sync-lane-figures", "number");
        lane.removeAll();
        lane.add(name, bar, words);
    }

    private static Component figure(String name, long count) {
        var figure = new Span(SyncWords.count(count, name));
        figure.addClassName("sync-lane-" + name);
        if (count == 0) {
            figure.addClassName("sync-lane-none");
        }
        return figure;
    }

    private static Component part(String name, long count, long most) {
        var part = new Span();
        part.addClassNames("sync-lane-part", "sync-lane-part-" + name);
        double width = most == 0 || count == 0 ? 0 : Math.max(LEAST, WHOLE * count / most);
        part.getStyle().set("width", String.format(Locale.ROOT, "%.1f%%", width));
        return part;
    }

    private static long all(Map<JobState, Long> counts) {
        return QueueFigures.open(counts) + counts.getOrDefault(JobState.DEAD, 0L);
    }
}
