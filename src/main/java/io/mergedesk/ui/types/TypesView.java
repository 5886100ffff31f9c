package io.mergedesk.ui.types;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.Names;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/// All types of records, and one of them to change.
@Route(value = "types/:type?", layout = MainLayout.class)
@RolesAllowed("ADMIN")
@StyleSheet("context://styles/types.css")
@StyleSheet("context://styles/fields.css")
class TypesView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final transient TypeService types;
    private final transient TypesNavigation navigation;
    private final transient CurrentAccount current;
    private final transient Drafts drafts;
    private final transient Names names;
    private Optional<TypeEditor> editor = Optional.empty();

    TypesView(
            TypeService types,
            TypesNavigation navigation,
            CurrentAccount current,
            Drafts drafts,
            Names names) {
        this.types = types;
        this.navigation = navigation;
        this.current = current;
        this.drafts = drafts;
        this.names = names;
        addClassNames("page", "types-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        editor = event.getRouteParameters().get("type").map(this::editor);
        if (editor.isPresent()) {
            add(editor.get());
        } else {
            add(new TypeList(types.all(), this::create));
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor.filter(TypeEditor::isChanged).isPresent()) {
            var leaving = event.postpone();
            var ask =
                    new ConfirmDialog(
                            "Leave without saving?",
                            "Your changes of this type are not saved yet. They are kept here for you until you save or discard them.",
                            "Leave",
                            _ -> leaving.proceed(),
                            "Stay",
                            _ -> leaving.cancel());
            ask.open();
        }
    }

    @Override
    public String getPageTitle() {
        return editor.map(TypeEditor::label).orElse("Types") + " · Mergedesk";
    }

    private TypeEditor editor(String name) {
        return find(name)
                .map(type ->
                        new TypeEditor(
                                type,
                                types,
                                drafts,
                                names,
                                current.get().actor(),
                                navigation::tell))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<EntityType> find(String name) {
        try {
            return types.find(new TypeName(name));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private void create() {
        new NewTypeDialog(types, current.get().actor(), this::created).open();
    }

    private void created(EntityType type) {
        navigation.tell();
        getUI().ifPresent(ui -> ui.navigate("types/" + type.name()));
    }
}
