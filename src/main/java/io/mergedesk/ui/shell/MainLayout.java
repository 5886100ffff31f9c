package io.mergedesk.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import io.mergedesk.common.Subscription;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/// The frame around every screen of those who are signed in.
@PermitAll
public final class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final transient Destinations destinations;
    private final Navigation navigation;
    private final transient Optional<SearchField> field;
    private final Main content = new Main();
    private final List<Subscription> subscriptions = new ArrayList<>();

    MainLayout(
            CurrentAccount current,
            Destinations destinations,
            ObjectProvider<HeaderSearch> search,
            ObjectProvider<HeaderPart> parts) {
        this.destinations = destinations;
        var account = current.get();
        navigation = new Navigation(destinations, account.actor());
        setPrimarySection(Section.DRAWER);
        content.setId("main");
        content.getElement().setAttribute("tabindex", "-1");
        setContent(content);
        addToDrawer(new Scroller(drawer()));
        addToNavbar(skipLink(), toggle());
        field = Optional.ofNullable(search.getIfAvailable()).map(SearchField::new);
        field.ifPresent(this::addToNavbar);
        addToNavbar(end(current, account, parts));
    }

    /// Shows a screen inside the landmark, which stays where it is.
    @Override
    public void showRouterLayoutContent(HasElement screen) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(screen.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement screen) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        navigation.refresh();
        field.ifPresent(search -> search.follow(event.getLocation()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var refresh = Paced.inPage(event.getUI(), navigation::refresh);
        subscriptions.addAll(destinations.onChange(refresh));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        super.onDetach(event);
    }

    private Div drawer() {
        var mark = new Image("styles/images/mark.svg", "");
        var brand = new Anchor("", mark, new Span("Mergedesk"));
        brand.addClassName("brand");
        var drawer = new Div(brand, navigation);
        drawer.addClassName("drawer");
        return drawer;
    }

    private static Anchor skipLink() {
        var link = new Anchor("#main", "Skip to content");
        link.setRouterIgnore(true);
        link.addClassName("skip-link");
        link.getElement()
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault(); document.getElementById('main').focus(); })");
        return link;
    }

    private static DrawerToggle toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Navigation");
        return toggle;
    }

    private Div end(CurrentAccount current, Account account, ObjectProvider<HeaderPart> parts) {
        var live = new Span("Live");
        live.addClassNames("badge", "badge-live");
        live.getElement().setAttribute("data-live", "");
        var menu = new AccountMenu(account, this::showShortcuts, new SignOut(this, current)::begin);
        menu.getElement().setAttribute("data-key", "?");
        menu.getElement().addEventListener("shell-key", _ -> showShortcuts());
        var end = new Div(live);
        parts.orderedStream().forEach(part -> end.add(part.of(account)));
        end.add(menu);
        end.addClassName("shell-end");
        // whose typing the connection's banner counts
        end.getElement().setAttribute("data-account", account.actor().id().value());
        return end;
    }

    private void showShortcuts() {
        var here =
                content.getChildren()
                        .filter(HasShortcuts.class::isInstance)
                        .map(HasShortcuts.class::cast)
                        .flatMap(screen -> screen.shortcuts().stream())
                        .toList();
        new ShortcutList(here).open();
    }
}
