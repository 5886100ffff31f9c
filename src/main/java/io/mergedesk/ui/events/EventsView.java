package io.mergedesk.ui.events;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.BrowserZone;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/// The events of the bus as they happen, newest on top.
///
/// While somebody reads further down, or has paused, new events wait behind a button, so that
/// nothing moves under their eyes.
@Route(value = "events", layout = MainLayout.class)
@PageTitle("Events · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/events.css")
class EventsView extends Div implements BeforeEnterObserver {

    private final transient EventBus bus;
    private final EventRows rows;
    private final EventCounts counts = new EventCounts();
    private final PatternField pattern = new PatternField(this::filter);
    private final Button pause = new Button("Pause", _ -> pause());
    private final Button show = new Button("", _ -> release());
    private final Checkbox debug = new Checkbox("Debug mode");
    private final Paragraph nothing = new Paragraph();
    private final Span subscribers = new Span();
    private final transient HeldEvents held = new HeldEvents();
    private boolean paused;
    private boolean reading;
    private transient Subscription live = () -> {};

    EventsView(EventBus bus, EntityService entities, TypeService types, CurrentAccount current) {
        this.bus = bus;
        rows = new EventRows(entities, types, current.get().actor());
        addClassNames("page", "events-page");
        debug.setTooltipText("Logs every delivery on the server, for all who look at the log");
        debug.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                bus.setDebug(event.getValue());
            }
        });
        subscribers.addClassNames("soft", "small", "number");
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        show.addClassName("show-held");
        nothing.addClassName("soft");
        var header = new PageHeader("Events").withActions(pause);
        header.setNote("what happens on the bus of this server");
        var controls = new Div(pattern, debug, subscribers);
        controls.addClassName("event-controls");
        add(header, controls, counts, stream());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("pattern");
        var wanted = asked.flatMap(Pattern::parse).orElse(Pattern.ALL);
        pattern.show(wanted);
        rows.only(wanted);
        tell();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        rows.readIn(BrowserZone.of(event.getUI()));
        var incoming = new Incoming();
        incoming.announceTo(Paced.inPage(event.getUI(), () -> arrive(incoming.take())));
        live = bus.subscribe(Pattern.ALL, incoming);
        var past = bus.history();
        held.areShown(past);
        rows.add(past, false);
        debug.setValue(bus.isDebug());
        tell();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private Div stream() {
        var scroller = new Div(nothing, rows);
        scroller.addClassNames("card", "event-stream");
        scroller.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "Stream of events");
        scroller.getElement()
                .addEventListener(
                        "scroll",
                        event ->
                                reading(
                                        event.getEventData().get("element.scrollTop").asDouble()
                                                > 8))
                .addEventData("element.scrollTop")
                .debounce(100, DebouncePhase.LEADING, DebouncePhase.TRAILING);
        var place = new Div(show, scroller);
        place.addClassName("event-place");
        return place;
    }

    /// New events are here: shown at once, unless somebody reads or paused.
    private void arrive(Incoming.Batch batch) {
        counts.add(batch.counts());
        held.add(batch);
        if (!paused && !reading) {
            release();
        }
        tell();
    }

    private void release() {
        var released = held.take();
        rows.add(released.oldestFirst(), released.skipped());
        tell();
    }

    private void reading(boolean further) {
        reading = further;
        getElement().setAttribute("data-reading", reading);
        if (!reading && !paused) {
            release();
        }
    }

    private void pause() {
        paused = !paused;
        pause.setText(paused ? "Resume" : "Pause");
        if (!paused) {
            release();
        }
        tell();
    }

    private void filter(Pattern wanted) {
        rows.only(wanted);
        tell();
        var parameters =
                wanted.equals(Pattern.ALL)
                        ? QueryParameters.empty()
                        : QueryParameters.simple(Map.of("pattern", wanted.text()));
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location("events", parameters)));
    }

    private void tell() {
        show.setText(
                held.count() == 1 ? "Show 1 new event" : "Show " + held.count() + " new events");
        show.setVisible(held.count() > 0);
        nothing.setVisible(rows.isEmpty());
        nothing.setText(
                rows.pattern().equals(Pattern.ALL)
                        ? "Nothing to show yet. Events appear here as soon as somebody saves a record."
                        : "None of the last events matches "
                                + rows.pattern().text()
                                + ". New ones that do appear here.");
        subscribers.setText(
                bus.subscribers() == 1
                        ? "1 subscriber, this page"
                        : bus.subscribers() + " subscribers");
    }
}
