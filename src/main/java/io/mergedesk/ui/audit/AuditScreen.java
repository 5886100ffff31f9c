package io.mergedesk.ui.audit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditOutcome;
import io.mergedesk.audit.AuditPage;
import io.mergedesk.audit.AuditProgress;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.common.Sequence;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.SavedViews;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.ValueWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The trail as one timeline, and beside it one thing that happened.
final class AuditScreen extends Composite<Div> {

    private static final AuditProgress NOTHING = new AuditProgress(Sequence.START, Sequence.START);

    private final transient AuditServices services;
    private final transient Viewer viewer;
    private final transient Instant lastVisit;
    private final IntegrityBadge badge;
    private final AuditFilterBar filters;
    private final Button news = new Button("", _ -> showNews());
    private final LoadedTrail trail;
    private final Section detailPlace = new Section();
    private final Div columns;
    private final AuditDetail detail;
    private transient AuditState state = AuditState.START;
    private boolean loaded;

    AuditScreen(AuditServices services, Viewer viewer, Instant lastVisit) {
        this.services = services;
        this.viewer = viewer;
        this.lastVisit = lastVisit;
        var records = services.records();
        var titles = new Titles(viewer);
        var words =
                new ItemWords(
                        viewer.id(),
                        records.names()::of,
                        records.types()::find,
                        titles::of,
                        new HistoryTime(records.clock(), viewer.zone()));
        badge = new IntegrityBadge(services.integrity(), viewer);
        filters =
                new AuditFilterBar(
                        new FilterWords(viewer, titles), new AuditFilterOptions(viewer), this::go);
        filters.add(
                new SavedViews(
                        "$audit",
                        viewer.id(),
                        () -> AuditAddress.write(state.showing(Optional.empty())).getQueryString(),
                        query -> go(AuditAddress.read(QueryParameters.fromString(query)))));
        trail = new LoadedTrail(this::page, words, item -> go(showing(item)));
        detail =
                new AuditDetail(
                        viewer,
                        words,
                        new ValueWords(viewer.zone(), titles::of),
                        condition -> go(state.with(condition)));
        news.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        news.addClassName("show-new");
        news.setVisible(false);
        columns = new Div(new Div(news, trail), detailPlace);
        columns.addClassName("history-columns");
        detailPlace.addClassNames("card", "history-detail");
        detailPlace.getElement().setAttribute("aria-label", "Details");
        getContent().addClassNames("history", "audit");
        getContent()
                .add(
                        new PageHeader("Audit")
                                .withActions(
                                        badge,
                                        new AuditExportMenu(
                                                services.export(), viewer, this::query)),
                        filters,
                        columns);
    }

    /// Shows what an address says.
    void show(AuditState wanted) {
        boolean other = !loaded || !wanted.conditions().equals(state.conditions());
        state = wanted;
        filters.show(wanted);
        if (other) {
            loaded = true;
            trail.restart(query());
            news.setVisible(false);
        }
        var item = wanted.shown().flatMap(this::find).or(trail::first);
        trail.select(item.map(AuditPlace::of));
        columns.setClassName("detail-asked", wanted.shown().isPresent());
        detailPlace.removeAll();
        detailPlace.add(back());
        item.ifPresentOrElse(
                this::showBeside,
                () ->
                        detailPlace.add(
                                new Paragraph("Choose something that happened to see all of it.")));
    }

    /// Says that more has happened, and moves nothing.
    void announce() {
        int waiting = trail.waiting().size();
        news.setVisible(waiting > 0);
        news.setText(words(waiting));
        badge.tell();
    }

    private static String words(int waiting) {
        if (waiting >= LoadedTrail.MOST_NEW) {
            return "Show " + waiting + " or more new entries";
        }
        return waiting == 1 ? "Show 1 new entry" : "Show " + waiting + " new entries";
    }

    private void showNews() {
        news.setVisible(false);
        trail.showWaiting();
    }

    private void showBeside(AuditItem item) {
        detail.show(item);
        detailPlace.add(detail);
    }

    private AuditState showing(AuditItem item) {
        return state.showing(Optional.of(AuditPlace.of(item)));
    }

    private Optional<AuditItem> find(AuditPlace place) {
        return page(AuditQuery.ALL, place.cursor(), 1).items().stream()
                .filter(item -> AuditPlace.of(item).equals(place))
                .findFirst();
    }

    private AuditQuery query() {
        return state.query(
                new AuditTimes(services.records().clock().instant(), viewer.zone(), lastVisit));
    }

    /// Nothing for who is no admin any more.
    private AuditPage page(AuditQuery query, AuditCursor before, int limit) {
        return switch (services.audit().page(query, before, limit, viewer.actor())) {
            case AuditOutcome.Found(var page) -> page;
            case AuditOutcome.Forbidden _ ->
                    new AuditPage(List.of(), Optional.empty(), NOTHING, NOTHING);
        };
    }

    private void go(AuditState wanted) {
        if (wanted.equals(state)) {
            show(wanted);
            return;
        }
        getUI().ifPresent((UI ui) -> ui.navigate("audit", AuditAddress.write(wanted)));
    }

    private Button back() {
        var back = new Button("← Timeline", _ -> go(state.showing(Optional.empty())));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.addClassName("back-to-timeline");
        return back;
    }
}
