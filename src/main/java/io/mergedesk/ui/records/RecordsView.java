package io.mergedesk.ui.records;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.Services;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.HasShortcuts;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Shortcut;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// `/records/{type}` and `/records/{type}/{id}`: the list of a type, and one of its records beside
/// it. The address carries what is shown, so that refresh, back and links work.
@Route(value = "records/:type/:record?", layout = MainLayout.class)
@PermitAll
class RecordsView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasShortcuts {

    static final String NEW = "new";

    private final transient Services services;
    private final transient Presence presence;
    private final transient List<ListAction> actions;
    private transient @Nullable RecordsPage page;

    RecordsView(Services services, Presence presence, ObjectProvider<ListAction> actions) {
        this.services = services;
        this.presence = presence;
        this.actions = actions.orderedStream().toList();
        setSizeFull();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var type = event.getRouteParameters().get("type").flatMap(this::type);
        var record = event.getRouteParameters().get("record");
        var id = record.filter(text -> !text.equals(NEW)).flatMap(RecordsView::id);
        if (type.isEmpty() || (record.isPresent() && !record.get().equals(NEW) && id.isEmpty())) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var state = ListAddress.read(event.getLocation().getQueryParameters(), type.get());
        var shown = pageOf(type.get(), state, event.getUI());
        shown.show(state);
        boolean found =
                record.isEmpty()
                        ? shown.closeForm()
                        : id.map(shown::open).orElseGet(shown::openNew);
        if (!found) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private Optional<EntityType> type(String name) {
        try {
            return services.types().find(new TypeName(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<EntityId> id(String text) {
        try {
            return Optional.of(EntityId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private RecordsPage pageOf(EntityType type, ListState state, UI ui) {
        if (page == null || !page.type().equals(type)) {
            removeAll();
            page = new RecordsPage(Viewer.of(ui, services), presence, type, state, actions);
            add(page);
        }
        return page;
    }

    /// Searches the list that is shown, without a step in the browser's history for each word.
    void search(String words) {
        if (page != null) {
            page.search(words);
        }
    }

    @Override
    public String getPageTitle() {
        return (page == null ? "Records" : page.type().label()) + " · Mergedesk";
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                new Shortcut("N", "New record"),
                new Shortcut("↑ ↓", "Move through the list"),
                new Shortcut("Enter", "Open the record"),
                new Shortcut("Esc", "Close the record"),
                new Shortcut("Ctrl S", "Save"),
                new Shortcut("Alt H", "History of the field, or of the record"));
    }
}
