package io.mergedesk.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/// Who is signed in, light or dark, the list of keys, and the way out.
final class AccountMenu extends MenuBar {

    private enum Appearance {
        SYSTEM("As the system"),
        LIGHT("Light"),
        DARK("Dark");

        private final String label;

        Appearance(String label) {
            this.label = label;
        }

        private String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    AccountMenu(Account account, Runnable showShortcuts, Runnable signOut) {
        addClassName("account-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var root = addItem(new Person(account.name()));
        root.setAriaLabel("Account: " + account.name());
        var menu = root.getSubMenu();
        menu.addComponent(card(account));
        menu.addSeparator();
        menu.addItem("Your account", _ -> UI.getCurrent().navigate("account"));
        var look = menu.addItem("Appearance").getSubMenu();
        for (var appearance : Appearance.values()) {
            var item = look.addItem(appearance.label, _ -> choose(appearance));
            item.setCheckable(true);
            appearances.put(appearance, item);
        }
        menu.addItem("Keyboard shortcuts", _ -> showShortcuts.run());
        menu.addSeparator();
        menu.addItem("Sign out", _ -> signOut.run());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Modules.call(getElement(), "appearance.js", "m.appearance()")
                .then(
                        String.class,
                        remembered ->
                                tick(Appearance.valueOf(remembered.toUpperCase(Locale.ROOT))));
    }

    private void choose(Appearance appearance) {
        Modules.call(getElement(), "appearance.js", "m.setAppearance($0)", appearance.wireName());
        tick(appearance);
    }

    private void tick(Appearance chosen) {
        appearances.forEach((appearance, item) -> item.setChecked(appearance == chosen));
    }

    private static Div card(Account account) {
        var name = new Element("strong");
        name.setText(account.name());
        var role =
                switch (account.actor().role()) {
                    case USER -> "Office user";
                    case SUPERVISOR -> "Supervisor";
                    case ADMIN -> "Admin";
                };
        var card = new Div();
        card.addClassName("account-card");
        card.getElement().appendChild(name);
        card.add(new Span(account.actor().id().value() + " · " + role));
        return card;
    }
}
