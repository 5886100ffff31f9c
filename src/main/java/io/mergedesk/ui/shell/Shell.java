package io.mergedesk.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;

/// What every page starts with: theme, tokens, push.
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/parts.css")
@StyleSheet("context://styles/app.css")
@StyleSheet("context://styles/navigation.css")
@StyleSheet("context://styles/connection.css")
@StyleSheet("context://styles/plain-words.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class Shell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Mergedesk");
        settings.addFavIcon("icon", "styles/images/mark.svg", "any");
        settings.addMetaTag("theme-color", "#3457d5");
    }
}
