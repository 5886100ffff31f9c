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
import io.mergedesk.sync.JobCount;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetId;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What other systems are told: the targets with their health, and the queue, live.
@Route(value = "sync", layout = MainLayout.class)
@PageTitle("Sync · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/sync.css")
class SyncView extends Div implements BeforeEnterObserver, JobDialog.Decisions {

    private static final int SHOWN = 100;

    private final transient SyncServices services;
    private final transient CurrentActor current;
    private final PageHeader header = new PageHeader("Sync");
    private final Div cards = new Div();
    private final Nav tabs = new Nav();
    private final JobGrid grid = new JobGrid();
    private final Button retry = new Button("Deliver again", _ -> retry(chosen()));
    private final Button skip = new Button("Skip", _ -> skip(chosen()));
    private final Div bulk = new Div(retry, skip);
    private transient Optional<JobState> state = Optional.empty();
    private transient Subscription live = () -> {};

    SyncView(SyncServices services, CurrentActor current) {
        this.services = services;
        this.current = current;
        addClassNames("page", "sync-page");
        var add = new Button("Add target", _ -> actions().add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        cards.addClassName("sync-targets");
        tabs.addClassName("tabs");
        tabs.getElement().setAttribute("aria-label", "States");
        bulk.addClassName("sync-bulk");
        bulk.setVisible(false);
        grid.addSelectionListener(_ -> bulk.setVisible(!grid.getSelectedItems().isEmpty()));
        grid.addItemClickListener(event -> open(event.getItem()));
        var bar = new Div(tabs, bulk);
        bar.addClassName("sync-bar");
        add(header.withActions(add), cards, bar, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("state")
                        .flatMap(JobState::parse);
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
        var counts = services.jobs().counts(actor);
        showCards(targets, counts);
        showTabs(counts);
        var query = new JobQuery(state, Optional.empty(), Optional.empty(), Optional.empty());
        var lines = services.jobs().page(query, SHOWN, actor);
        var names = new HashMap<TargetId, String>();
        targets.forEach(target -> names.put(target.id(), target.definition().name()));
        grid.show(lines, names, titles(lines, actor));
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

    private void showCards(List<Target> targets, List<JobCount> counts) {
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
            var byState = new EnumMap<JobState, Long>(JobState.class);
            counts.stream()
                    .filter(one -> one.target().equals(target.id()))
                    .forEach(one -> byState.put(one.state(), one.jobs()));
            cards.add(
                    new TargetCard(
                            new TargetCard.Shown(
                                    target,
                                    services.health().of(target.id()),
                                    byState,
                                    services.jobs().pulses(target.id(), actor())),
                            actions()));
        }
        header.setNote(targets.size() == 1 ? "1 target" : targets.size() + " targets");
    }

    private void showTabs(List<JobCount> counts) {
        tabs.removeAll();
        tabs.add(tab("All", "sync", state.isEmpty()));
        for (var one : JobState.values()) {
            long many =
                    counts.stream()
                            .filter(count -> count.state() == one)
                            .mapToLong(JobCount::jobs)
                            .sum();
            var words = SyncWords.of(one) + (many > 0 && one != JobState.DONE ? " " + many : "");
            tabs.add(tab(words, "sync?state=" + one.wireName(), state.equals(Optional.of(one))));
        }
    }

    private static Anchor tab(String words, String address, boolean here) {
        var tab = new Anchor(address, words);
        if (here) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private void open(JobLine line) {
        services.jobs()
                .find(line.job().id(), actor())
                .ifPresent(now ->
                        new JobDialog(now, services.jobs().attempts(now.job().id(), actor()), this)
                                .open());
    }

    @Override
    public void retry(JobLine line) {
        retry(List.of(line.job().id()));
    }

    @Override
    public void retryWith(JobLine line, String body) {
        services.jobs().retryWith(line.job().id(), body, actor());
        refresh();
    }

    @Override
    public void skip(JobLine line) {
        skip(List.of(line.job().id()));
    }

    private void retry(Collection<JobId> jobs) {
        int many = services.jobs().retry(jobs, actor());
        Toast.say(
                SyncWords.count(
                        many, many == 1 ? "job is delivered again" : "jobs are delivered again"));
        done();
    }

    private void skip(Collection<JobId> jobs) {
        int many = services.jobs().skip(jobs, actor());
        Toast.say(SyncWords.count(many, many == 1 ? "job is skipped" : "jobs are skipped"));
        done();
    }

    private void done() {
        grid.deselectAll();
        refresh();
    }

    private List<JobId> chosen() {
        return new ArrayList<>(
                grid.getSelectedItems().stream().map(line -> line.job().id()).toList());
    }

    private TargetActions actions() {
        return new TargetActions(services, this::actor, this::refresh);
    }

    private Actor actor() {
        return current.require();
    }
}
