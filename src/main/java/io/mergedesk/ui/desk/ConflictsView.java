package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.HasShortcuts;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Shortcut;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/conflicts` and `/merges`: what waits, what was settled, what was merged without asking. The
/// address carries what is shown, so that refresh, back and links work.
@Route(value = "conflicts", layout = MainLayout.class)
@RouteAlias(value = DeskAddress.MERGES, layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/records.css")
@StyleSheet("context://styles/desk.css")
class ConflictsView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasShortcuts {

    private final transient DeskServices services;
    private transient @Nullable DeskState state;

    ConflictsView(DeskServices services) {
        this.services = services;
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var viewer = Viewer.of(event.getUI(), services.records());
        var location = event.getLocation();
        var wanted = DeskAddress.read(location.getQueryParameters(), viewer.id());
        if (location.getFirstSegment().equals(DeskAddress.MERGES)) {
            wanted = wanted.in(ConflictStatus.AUTOMATIC);
        }
        if (!wanted.equals(state)) {
            state = wanted;
            removeAll();
            var page = event.getUI();
            var shown = wanted;
            add(
                    new DeskPage(
                            services,
                            viewer,
                            wanted,
                            page,
                            next -> go(page, next),
                            row -> open(page, row, shown)));
        }
    }

    private static void go(UI page, DeskState wanted) {
        page.navigate(DeskAddress.path(wanted), DeskAddress.write(wanted));
    }

    /// The address says which list it was opened from, so that next and previous stay in its order.
    private static void open(UI page, DeskRow row, DeskState shown) {
        page.navigate("conflicts/" + row.id(), DeskAddress.write(shown));
    }

    @Override
    public String getPageTitle() {
        var status = state == null ? ConflictStatus.OPEN : state.status();
        return (status == ConflictStatus.OPEN ? "Conflicts" : DeskWords.of(status))
                + " · Mergedesk";
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut("J K", "Next and previous conflict"),
                new Shortcut("Enter", "Open the conflict"),
                new Shortcut("Space", "Choose it"),
                new Shortcut("H", "Handle it: assign, note, prioritise"));
    }
}
