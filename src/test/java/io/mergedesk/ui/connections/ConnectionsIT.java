package io.mergedesk.ui.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Origin;
import io.mergedesk.realtime.Gateway;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.TokenOutcome;
import io.mergedesk.ui.DemoBrowserTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class ConnectionsIT extends DemoBrowserTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<WebSocket> sockets = new ArrayList<>();

    @LocalServerPort private int port;
    @Autowired private ApiTokenService tokens;
    @Autowired private Gateway gateway;

    @AfterEach
    void everybodyLeaves() {
        sockets.forEach(WebSocket::abort);
        Awaitility.await().until(() -> gateway.health().size() <= 1);
    }

    @Test
    void programs_appear_with_their_figures_and_are_closed_with_one_click() throws Exception {
        var page = signedIn("admin", "connections");
        assertThat(page.locator(".connections-page"))
                .containsText("This site listens to no other Mergedesk");
        screenshot(page, "connections-none");

        connect("crm-sync", "\"events\":[\"entity:*\"],\"types\":[\"contacts\",\"orders\"]");
        connect("warehouse.lyon", "\"events\":[\"*\"]");
        connect("bi", "\"events\":[\"entity:updated\"],\"after\":0");
        create(USER, Origin.UI, "name", "For programs");

        var row = page.locator("tr", new Page.LocatorOptions().setHasText("warehouse.lyon"));
        assertThat(row).containsText("admin · 127.0.0.1");
        assertThat(row.locator(".figure").last()).not().hasText("0");
        assertThat(page.locator(".connections-head").first()).containsText("3 programs");
        screenshot(page, "connections-programs");
        button(page, "Close warehouse.lyon of admin").click();

        assertThat(row).hasCount(0);
    }

    @Test
    void a_link_is_added_shows_how_it_is_and_is_removed() {
        var page = signedIn("admin", "connections");
        button(page, "Add link").click();
        button(page, "Add link", 1).click();
        assertThat(page.locator(".link-form")).containsText("Expected 1 to 120 characters");
        screenshot(page, "connections-add-link");
        add(page, "Lyon", "http://127.0.0.1:" + port, token());
        var lyon = page.locator("tr", new Page.LocatorOptions().setHasText("Lyon"));
        assertThat(lyon).containsText("live");

        button(page, "Add link").click();
        add(page, "Bonn", "http://127.0.0.1:9", "some-token");

        var bonn = page.locator("tr", new Page.LocatorOptions().setHasText("Bonn"));
        assertThat(bonn).containsText("It cannot be reached");
        button(page, "Add link").click();
        page.getByLabel("It is in a private network").check();
        add(page, "Nice", "https://127.0.0.2", "some-token");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("Nice")))
                .containsText("It cannot be reached");
        create(USER, Origin.UI, "name", "For the link");
        assertThat(lyon).containsText("#");
        screenshot(page, "connections-links");
        choose(page, "Lyon", "Pause");
        assertThat(lyon).containsText("goes on where it was");
        for (var name : List.of("Lyon", "Bonn", "Nice")) {
            choose(page, name, "Remove…");
            button(page, "Remove").click();
        }
        assertThat(page.locator(".connections-page"))
                .containsText("This site listens to no other Mergedesk");
    }

    @Test
    void others_do_not_find_it() {
        var page = signedIn("supervisor", "connections");

        assertThat(page.locator("h1")).containsText("There is nothing here");
    }

    private static void add(Page page, String name, String url, String token) {
        var dialog = page.locator(".link-form");
        dialog.getByLabel("Name").fill(name);
        dialog.getByLabel("Address").fill(url);
        dialog.locator("vaadin-password-field input").fill(token);
        button(page, "Add link", 1).click();
        assertThat(dialog).hasCount(0);
    }

    private static void choose(Page page, String link, String item) {
        button(page, "Actions of the link " + link).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return button(page, name, 0);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name, int number) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .nth(number);
    }

    private String token() {
        return tokens.create(ADMIN, "link") instanceof TokenOutcome.Made(var made)
                ? made.secret()
                : "";
    }

    private void connect(String client, String subscription) throws Exception {
        var socket =
                http.newWebSocketBuilder()
                        .header("Authorization", "Bearer " + token())
                        .buildAsync(
                                URI.create(
                                        "ws://127.0.0.1:%d/api/v1/realtime?client=%s"
                                                .formatted(port, client)),
                                new WebSocket.Listener() {})
                        .get(20, TimeUnit.SECONDS);
        sockets.add(socket);
        socket.sendText("{\"type\":\"subscribe\",\"ref\":\"1\"," + subscription + "}", true).join();
    }
}
