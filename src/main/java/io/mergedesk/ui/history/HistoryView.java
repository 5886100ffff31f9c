package io.mergedesk.ui.history;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.EditStatuses;
import io.mergedesk.ui.shell.BrowserZone;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Names;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.ValueWords;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that ever happened to one record.
@Route(value = "records/:type/:id/history", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/history.css")
@StyleSheet("context://styles/timeline.css")
@StyleSheet("context://styles/diff.css")
class HistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient EntityService entities;
    private final transient TypeService types;
    private final transient EditStatuses edits;
    private final transient EventBus bus;
    private final transient CurrentAccount current;
    private final transient Names names;
    private final transient InstantSource clock;
    private @Nullable HistoryPage page;
    private transient Subscription live = () -> {};

    HistoryView(
            EntityService entities,
            TypeService types,
            EditStatuses edits,
            EventBus bus,
            CurrentAccount current,
            Names names,
            InstantSource clock) {
        this.entities = entities;
        this.types = types;
        this.edits = edits;
        this.bus = bus;
        this.current = current;
        this.names = names;
        this.clock = clock;
        addClassNames("page", "history-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var subject = subject(event).orElseThrow(NotFoundException::new);
        var shown = page;
        if (shown == null || !shown.subject().id().equals(subject.id())) {
            removeAll();
            shown = new HistoryPage(subject, edits, teller(subject, event.getUI()));
            page = shown;
            add(shown);
        }
        shown.show(HistoryAddress.of(event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        var shown = page;
        return (shown == null ? "History" : shown.title()) + " · Mergedesk";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        live = bus.subscribe(Pattern.ALL, listener(event.getUI()));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private EventListener listener(UI ui) {
        var refresh =
                Paced.inPage(
                        ui,
                        () -> {
                            var shown = page;
                            if (shown != null) {
                                shown.refresh();
                            }
                        });
        return new EventListener() {
            @Override
            public void on(List<Event> events) {
                var shown = page;
                if (shown != null && events.stream().anyMatch(one -> isAbout(one, shown))) {
                    refresh.run();
                }
            }

            @Override
            public void refresh() {
                refresh.run();
            }
        };
    }

    private static boolean isAbout(Event event, HistoryPage shown) {
        return event instanceof Event.OfEntity one && one.entity().equals(shown.subject().id());
    }

    private Optional<Subject> subject(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        try {
            var id = EntityId.parse(parameters.get("id").orElse(""));
            var type = types.find(new TypeName(parameters.get("type").orElse("")));
            var actor = current.get().actor();
            return type.filter(its ->
                            entities.find(id, actor)
                                    .filter(entity -> entity.type().equals(its.name()))
                                    .isPresent())
                    .map(its -> new Subject(entities, types, actor, id, its));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Teller teller(Subject subject, UI ui) {
        var zone = BrowserZone.of(ui);
        return new Teller(
                subject.type(),
                subject.actor().id(),
                names::of,
                new HistoryTime(clock, zone),
                new ValueWords(zone, subject::titleOf));
    }
}
