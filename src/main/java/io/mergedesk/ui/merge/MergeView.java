package io.mergedesk.ui.merge;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.ui.fields.Services;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.HasShortcuts;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import io.mergedesk.ui.shell.Shortcut;
import io.mergedesk.ui.shell.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// `/conflicts/{id}`: one conflict, open or settled. `?from=record` leads back to the record, all
/// else to the desk; `view` and `texts` say how it is read.
@Route(value = "conflicts/:conflict", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/records-fields.css")
@StyleSheet("context://styles/merge.css")
@StyleSheet("context://styles/merge-rows.css")
class MergeView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasShortcuts {

    private final transient Services services;
    private final transient Conflicts conflicts;
    private final transient ObjectProvider<ConflictQueue> queues;
    private transient QueryParameters query = QueryParameters.empty();
    private transient MergeReading reading = new MergeReading(query, () -> {});
    private @Nullable ConflictPage page;
    private transient Subscription live = () -> {};

    MergeView(Services services, Conflicts conflicts, ObjectProvider<ConflictQueue> queues) {
        this.services = services;
        this.conflicts = conflicts;
        this.queues = queues;
        addClassNames("page", "merge-page");
        // what is typed into a list or a calendar counts once the focus has left it
        Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
                .resetFocusOnActiveElement();
        Shortcuts.addShortcutListener(this, this::escape, Key.ESCAPE);
        Shortcuts.addShortcutListener(this, () -> next(true), Key.F8);
        Shortcuts.addShortcutListener(this, () -> next(false), Key.F8, KeyModifier.SHIFT);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var viewer = Viewer.of(event.getUI(), services);
        var now =
                event.getRouteParameters()
                        .get("conflict")
                        .flatMap(MergeView::id)
                        .flatMap(id -> conflicts.find(id, viewer.actor()))
                        .orElseThrow(NotFoundException::new);
        query = event.getLocation().getQueryParameters();
        removeAll();
        reading = new MergeReading(query, this::showReading);
        page = new ConflictPage(viewer, conflicts, now, reading, this::wentOn);
        var header = new PageHeader(now.type().titleOf(now.current()));
        header.setNote(now.type().definition().singular() + ", " + now.current().revision());
        var way = new WayBack(query);
        header.withActions(way.toRecord(now));
        add(way.link(now), header, page);
        header.getElement()
                .executeJs(
                        "const h = this.querySelector('h1'); h.tabIndex = -1; h.focus({preventScroll: true});");
    }

    /// The address says how it is read, without a step in the browser's history.
    private void showReading() {
        query = reading.in(query);
        if (page != null) {
            var place =
                    new Location("conflicts/" + page.now().conflict().id(), query)
                            .getPathWithQueryParameters();
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, place));
        }
    }

    private static Optional<ConflictId> id(String text) {
        try {
            return Optional.of(ConflictId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whoever came from their form goes on with it.
    private void wentOn() {
        if (new WayBack(query).isFromRecord()) {
            leave();
        }
    }

    private void save() {
        if (page != null) {
            page.deciding().ifPresent(MergePage::save);
        }
    }

    /// Out of the editor first.
    private void escape() {
        if (page == null || page.deciding().filter(MergePage::closeEditor).isEmpty()) {
            leave();
        }
    }

    /// The draft is kept.
    private void leave() {
        if (page != null) {
            var home = new WayBack(query).place(page.now());
            getUI().ifPresent(ui -> ui.navigate(home.getPath(), home.getQueryParameters()));
        }
    }

    private void next(boolean forward) {
        var queue = queues.getIfAvailable();
        if (page == null || queue == null) {
            return;
        }
        var here = page.now().conflict().id();
        queue.from(here, forward, query, services.account().get().actor())
                .ifPresentOrElse(
                        id -> getUI().ifPresent(ui -> ui.navigate("conflicts/" + id, query)),
                        () ->
                                Toast.say(
                                        forward
                                                ? "This is the last conflict of the list."
                                                : "This is the first conflict of the list."));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        live =
                LiveConflict.subscribe(
                        event.getUI(),
                        services.bus(),
                        () -> java.util.Objects.requireNonNull(page).now(),
                        () -> java.util.Objects.requireNonNull(page).follow());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    @Override
    public String getPageTitle() {
        return (page == null
                        ? "Conflict"
                        : "Conflict: " + page.now().type().titleOf(page.now().current()))
                + " · Mergedesk";
    }

    @Override
    public List<Shortcut> shortcuts() {
        return MergeKeys.all();
    }
}
