package io.mergedesk.ui.shell;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.UserId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The views a person saved under a name: the address of a list, remembered by their browser.
public final class SavedViews extends MenuBar {

    private final String place;
    private final transient Supplier<String> current;
    private final transient Consumer<String> open;
    private final Map<String, String> views = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /// @param list names the list among those of this person
    /// @param current the query of the address now
    /// @param open shows the list of that query
    public SavedViews(
            String list, UserId account, Supplier<String> current, Consumer<String> open) {
        this.current = current;
        this.open = open;
        place = "mergedesk.views." + account + "." + list;
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassName("quiet-menu");
        build();
        WebStorage.getItem(place, this::recall);
    }

    private void build() {
        removeAll();
        var root = addItem("Views");
        var menu = root.getSubMenu();
        views.forEach((name, query) -> menu.addItem(name, _ -> open.accept(query)));
        if (views.isEmpty()) {
            menu.addItem("No saved views yet").setEnabled(false);
        }
        menu.addSeparator();
        menu.addItem("Save this view …", _ -> askName());
        if (!views.isEmpty()) {
            var remove = menu.addItem("Remove").getSubMenu();
            views.keySet().forEach(name -> remove.addItem(name, _ -> forget(name)));
        }
    }

    private void askName() {
        var name = new TextField("Name");
        name.setWidthFull();
        name.setMaxLength(60);
        var dialog = new ConfirmDialog();
        dialog.setHeader("Save this view");
        dialog.add(name);
        dialog.setCancelable(true);
        dialog.setConfirmText("Save");
        dialog.addConfirmListener(_ -> {
            if (!name.getValue().isBlank()) {
                views.put(name.getValue().strip(), current.get());
                remember();
            }
        });
        dialog.open();
        name.focus();
    }

    private void forget(String name) {
        views.remove(name);
        remember();
    }

    private void remember() {
        var lines = new StringBuilder();
        views.forEach((name, query) ->
                lines.append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .append(' ')
                        .append(query)
                        .append('\n'));
        WebStorage.setItem(place, lines.toString());
        build();
    }

    private void recall(@Nullable String text) {
        if (text != null) {
            text.lines()
                    .map(line -> line.split(" ", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts ->
                            views.put(
                                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts[1]));
            build();
        }
    }
}
