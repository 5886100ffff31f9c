package io.mergedesk.ui.sync;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetId;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What other systems are told: the targets with their health, and the queue, live.
@Route(value = "sync", layout = MainLayout.class)
@PageTitle("Sync · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/sync.css")
class SyncView extends Div implements BeforeEnterObserver {

    private static final int SHOWN = 100;

    private final transient SyncServices services;
    private final transient CurrentActor current;
    private final PageHeader header = new PageHeader("Sync");
    private final Div cards = new Div();
    private final Nav tabs = new Nav();
    private final JobGrid grid = new JobGrid();
    private final LanesPicture lanes = new LanesPicture();
    private final transient JobActions jobActions;
    private final transient RefusalActions refusals;
    private final BulkActions bulk;
    private transient QueuePlace place = QueuePlace.ALL;
    private boolean refreshing;
    private int shown;
    private transient Subscription live = () -> {};

    SyncView(SyncServices services, CurrentActor current) {
        this.services = services;
        this.current = current;
        var runs = new Div();
        runs.addClassName("sync-runs");
        jobActions = new JobActions(services, this::actor, this::done, runs);
        refusals = new RefusalActions(services, this::actor, this::refresh);
        bulk = new BulkActions(jobActions);
        addClassNames("page", "sync-page");
        var add = new Button("Add target", _ -> actions().add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cards.addClassName("sync-targets");
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", "States");
        grid.addSelectionListener(_ -> choose());
        grid.addItemClickListener(event -> jobActions.open(event.getItem()));
        var bar = new Div(tabs, bulk);
        bar.addClassName("sync-bar");
        add(header.withActions(add), refusals.list(), cards, lanes, bar, runs, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place = QueuePlace.of(event.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        grid.fit(page.getExtendedClientDetails().getWindowInnerWidth());
        var resized = page.addBrowserWindowResizeListener(change -> grid.fit(change.getWidth()));
        addDetachListener(_ -> resized.remove());
        live = LiveSync.subscribe(event.getUI(), services.bus(), this::refresh);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private void refresh() {
        var actor = actor();
        var targets = services.targets().all(actor);
        var figures = new QueueFigures(services.jobs().standings(actor));
        refusals.refresh();
        showCards(targets, figures);
        lanes.setVisible(!targets.isEmpty());
        lanes.show(figures, place);
        showTabs(figures);
        var lines = services.jobs().page(place.query(), SHOWN, actor);
        shown = lines.size();
        var names = new HashMap<TargetId, String>();
        targets.forEach(target -> names.put(target.id(), target.definition().name()));
        refreshing = true;
        grid.show(lines, names, titles(lines, actor));
        refreshing = false;
        var ticked = List.copyOf(grid.getSelectedItems());
        bulk.keep(ticked, matching(ticked));
    }

    private void choose() {
        if (!refreshing) {
            var ticked = List.copyOf(grid.getSelectedItems());
            bulk.choose(ticked, matching(ticked));
        }
    }

    /// All that match: where some are ticked, and more of one state match than are shown.
    private Matching matching(List<JobLine> ticked) {
        var query = place.query();
        return ticked.isEmpty() || query.state().isEmpty() || shown < SHOWN
                ? Matching.NONE
                : new Matching(query, services.bulk().count(query, actor()));
    }

    private Map<EntityId, String> titles(List<JobLine> lines, Actor actor) {
        var titles = new HashMap<EntityId, String>();
        var ids = lines.stream().map(line -> line.job().entity()).distinct().toList();
        services.entities()
                .findAll(ids, actor)
                .forEach((id, entity) ->
                        services.types()
                                .find(entity.type())
                                .ifPresent(type -> titles.put(id, type.titleOf(entity))));
        return titles;
    }

    private void showCards(List<Target> targets, QueueFigures figures) {
        cards.removeAll();
        if (targets.isEmpty()) {
            var none =
                    new Paragraph(
                            "No other system is told of changes yet. Add a webhook or a REST target, and every change"
                                    + " reaches it, in order, also when it was down.");
            none.addClassName("soft");
            cards.add(none);
        }
        for (var target : targets) {
            cards.add(new TargetCard(shown(target, figures), actions()));
        }
        header.setNote(targets.size() == 1 ? "1 target" : targets.size() + " targets");
    }

    private TargetCard.Shown shown(Target target, QueueFigures figures) {
        var counts = figures.of(target.id());
        return new TargetCard.Shown(
                target,
                services.health().of(target.id()),
                counts,
                services.jobs().pulses(target.id(), actor()),
                QueueFigures.open(counts) < CatchUpBar.FAR_BEHIND
                        ? Optional.empty()
                        : Optional.of(services.jobs().catchUp(target.id(), actor())));
    }

    private void showTabs(QueueFigures figures) {
        var counts = figures.of(place.priority());
        tabs.removeAll();
        tabs.add(tab("All", place.with(Optional.empty())));
        for (var one : JobState.values()) {
            long many = counts.getOrDefault(one, 0L);
            var words =
                    many > 0 && one != JobState.DONE
                            ? SyncWords.of(one) + String.format(Locale.ROOT, " %,d", many)
                            : SyncWords.of(one);
            tabs.add(tab(words, place.with(Optional.of(one))));
        }
    }

    private Anchor tab(String words, QueuePlace there) {
        var tab = new Anchor(there.address(), words);
        if (there.equals(place)) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private void done() {
        grid.deselectAll();
        refresh();
    }

    private TargetActions actions() {
        return new TargetActions(services, this::actor, this::refresh);
    }

    private Actor actor() {
        return current.require();
    }
}
