package io.mergedesk.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import io.mergedesk.common.Subscription;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Paced;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/audit`: everything that happened. The address carries what is shown.
@Route(value = "audit", layout = MainLayout.class)
@PageTitle("Audit · Mergedesk")
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/records.css")
@StyleSheet("context://styles/history.css")
@StyleSheet("context://styles/timeline.css")
@StyleSheet("context://styles/diff.css")
@StyleSheet("context://styles/audit.css")
class AuditView extends Div implements BeforeEnterObserver {

    /// Looking for news costs a search, so not with every event.
    private static final Duration PACE = Duration.ofSeconds(1);

    private final transient AuditServices services;
    private @Nullable AuditScreen screen;
    private transient Subscription live = () -> {};

    AuditView(AuditServices services) {
        this.services = services;
        addClassNames("page", "audit-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var shown = screen;
        if (shown == null) {
            var viewer = Viewer.of(event.getUI(), services.records());
            shown = new AuditScreen(services, viewer, visit(viewer).since());
            screen = shown;
            add(shown);
        }
        shown.show(AuditAddress.read(event.getLocation().getQueryParameters()));
    }

    private Visit visit(Viewer viewer) {
        var session = VaadinSession.getCurrent();
        var visit =
                Visit.at(
                        services.records().clock().instant(),
                        Optional.ofNullable(session.getAttribute(Visit.class)),
                        services.audit().lastVisit(viewer.actor()));
        session.setAttribute(Visit.class, visit);
        services.audit().visited(viewer.actor());
        return visit;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var news = Paced.inPage(event.getUI(), PACE, this::announce);
        live =
                services.records()
                        .bus()
                        .subscribe(
                                Pattern.ALL,
                                new EventListener() {
                                    @Override
                                    public void on(List<Event> events) {
                                        news.run();
                                    }

                                    @Override
                                    public void refresh() {
                                        news.run();
                                    }
                                });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private void announce() {
        var shown = screen;
        if (shown != null) {
            shown.announce();
        }
    }
}
