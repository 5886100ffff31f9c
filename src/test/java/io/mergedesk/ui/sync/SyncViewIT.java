package io.mergedesk.ui.sync;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.mergedesk.common.Origin;
import io.mergedesk.sync.TargetService;
import io.mergedesk.ui.DemoBrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SyncViewIT extends DemoBrowserTest {

    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private volatile int answer = 200;

    @Autowired private TargetService targets;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    if (answer == 200) {
                        bodies.add(body);
                    }
                    exchange.sendResponseHeaders(answer, -1);
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void nobodyIsTold() {
        targets.all(ADMIN).forEach(target -> targets.remove(target.id(), ADMIN));
        receiver.stop(0);
    }

    @Test
    void a_webhook_is_added_told_of_a_change_and_what_it_refused_is_delivered_again() {
        var page = signedIn("admin", "sync");
        assertThat(page.locator(".sync-page"))
                .containsText("No other system is told of changes yet");
        screenshot(page, "sync-none");
        button(page, "Add target").click();
        button(page, "Add target", 1).click();
        assertThat(page.locator(".sync-form")).containsText("Expected");
        screenshot(page, "sync-add");
        page.locator(".sync-form").getByLabel("Name").fill("Web shop");
        page.locator(".sync-form").getByLabel("URL").fill(address());
        button(page, "Add target", 1).click();
        assertThat(page.locator(".sync-form")).containsText("https://");
        page.locator(".sync-form").getByText("More").click();
        page.getByLabel("It is in a private network").check();
        button(page, "Add target", 1).click();
        assertThat(page.locator(".secret-text input")).hasValue(Pattern.compile("whsec_.{44}"));
        button(page, "I have noted it").click();

        answer = 400;
        create(USER, Origin.UI, "name", "Told to the shop");
        var row = page.locator(".sync-jobs").getByText("dead");
        assertThat(row).isVisible();
        assertThat(page.locator(".sync-target")).containsText("1 dead");
        screenshot(page, "sync-dead");

        answer = 200;
        row.click();
        assertThat(page.locator("vaadin-dialog")).containsText("400");
        screenshot(page, "sync-job");
        button(page, "Deliver again").last().click();

        assertThat(page.locator(".sync-jobs").getByText("done")).isVisible();
        Awaitility.await()
                .until(() -> bodies.stream().anyMatch(body -> body.contains("Told to the shop")));
        assertThat(page.locator(".sync-target")).not().containsText("dead");
    }

    @Test
    void a_paused_target_keeps_what_waits_until_it_is_resumed() {
        var page = signedIn("admin", "sync");
        button(page, "Add target").click();
        page.locator(".sync-form").getByLabel("Name").fill("Depot");
        page.locator(".sync-form").getByLabel("URL").fill(address());
        page.locator(".sync-form").getByText("More").click();
        page.getByLabel("It is in a private network").check();
        button(page, "Add target", 1).click();
        button(page, "I have noted it").click();
        choose(page, "Depot", "Pause");
        assertThat(page.locator(".sync-target")).containsText("paused");

        create(USER, Origin.UI, "name", "Waits for the depot");
        assertThat(page.locator(".sync-target")).containsText("1 waiting");
        choose(page, "Depot", "Resume");

        assertThat(page.locator(".sync-target")).containsText("1 delivered");
        Awaitility.await().until(() -> bodies.size() == 1);
    }

    @Test
    void others_do_not_find_it() {
        var page = signedIn("supervisor", "sync");

        assertThat(page.locator("h1")).containsText("There is nothing here");
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private static void choose(Page page, String target, String item) {
        button(page, "What to do with " + target).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
    }

    private static Locator button(Page page, String name) {
        return button(page, name, 0);
    }

    private static Locator button(Page page, String name, int number) {
        return page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .nth(number);
    }
}
