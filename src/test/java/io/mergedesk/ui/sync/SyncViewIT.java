package io.mergedesk.ui.sync;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.sync.Inbound;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.RetryPolicy;
import io.mergedesk.sync.Signatures;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetOutcome;
import io.mergedesk.sync.TargetService;
import io.mergedesk.ui.DemoBrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SyncViewIT extends DemoBrowserTest {

    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private volatile int answer = 200;
    private volatile String theirs = "";

    @Autowired private TargetService targets;
    @Autowired private Inbound inbound;

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
        receiver.createContext("/crm", this::keep);
        receiver.start();
    }

    /// Takes records, until its own has changed.
    private void keep(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var body = theirs.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                theirs.isEmpty() ? 200 : 409, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
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
        page.locator(".sync-form").getByLabel("Name").first().fill("Web shop");
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

        assertThat(page.locator(".sync-jobs").getByText("done").first()).isVisible();
        assertThat(page.locator(".sync-jobs").getByText("dead")).hasCount(0);
        Awaitility.await()
                .until(() -> bodies.stream().anyMatch(body -> body.contains("Told to the shop")));
        assertThat(page.locator(".sync-target")).not().containsText("dead");
    }

    @Test
    void a_paused_target_keeps_what_waits_until_it_is_resumed() {
        var page = withPausedDepot();

        create(USER, Origin.UI, "name", "Waits for the depot");
        assertThat(page.locator(".sync-target")).containsText("1 waiting");
        choose(page, "Depot", "Resume");

        assertThat(page.locator(".sync-target")).containsText("1 delivered");
        Awaitility.await().until(() -> bodies.size() == 1);
    }

    @Test
    void what_a_system_sent_and_was_refused_is_looked_at_mended_and_taken() {
        var target = webhook("Web shop");
        send(target, "msg_1", "{\"name\":\"\",\"phone\":\"+33 1\"}");
        send(target, "msg_2", "{\"name\":\"Not wanted\",\"fee\":\"much\"}");
        var page = signedIn("admin", "sync");
        assertThat(page.locator(".sync-refusals h2"))
                .hasText("2 changes from other systems were refused");
        screenshot(page, "sync-refused");

        page.locator(".sync-refusal").last().getByText("Look at it").click();
        var dialog = page.locator("vaadin-dialog");
        assertThat(dialog).containsText("Name");
        screenshot(page, "sync-refusal");
        var body = dialog.locator("textarea");
        body.fill("[]");
        button(page, "Take it").click();
        assertThat(dialog).containsText("Expected one JSON object");
        body.fill(message("{\"name\":\"Mended depot\",\"phone\":\"+33 1\"}"));
        button(page, "Take it").click();
        assertThat(page.locator(".sync-refusals h2"))
                .hasText("1 change from another system was refused");
        page.locator(".sync-refusal").first().getByText("Look at it").click();
        dialog.getByLabel("Reason").fill("A test of theirs");
        button(page, "Dismiss").click();

        assertThat(page.locator(".sync-refusals h2")).isHidden();
        page.locator(".sync-refusals").getByText("Decided before").click();
        assertThat(page.locator(".sync-refusals")).containsText("taken by admin");
        assertThat(page.locator(".sync-refusals"))
                .containsText("dismissed by admin: A test of theirs");
        Assertions.assertThat(
                        entities.page(EntityQuery.of(DEPOTS, 9).matching("Mended"), ADMIN).items())
                .singleElement()
                .satisfies(depot -> Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 1"));
    }

    /// A target that calls nobody, and whose secret is known.
    private TargetId webhook(String name) {
        var outcome =
                targets.create(
                        TargetDefinition.of(
                                name, TargetKind.WEBHOOK, URI.create("https://shop.invalid/hook")),
                        Optional.of(SECRET),
                        ADMIN);
        var target = ((TargetOutcome.Saved) outcome).target();
        targets.pause(target.id(), target.version(), ADMIN);
        return target.id();
    }

    private void send(TargetId target, String message, String fields) {
        var body = message(fields);
        var id = message + target;
        var seconds = Long.toString(Instant.now().getEpochSecond());
        var signed =
                new Inbound.Signed(
                        id,
                        seconds,
                        Signatures.of(SECRET, id, seconds, body),
                        body.getBytes(StandardCharsets.UTF_8));
        Assertions.assertThat(inbound.take(target, signed)).isInstanceOf(Inbound.Answer.Came.class);
    }

    private static String message(String fields) {
        return "{\"type\":\"entity.created\",\"data\":{\"type\":\"depots\",\"fields\":"
                + fields
                + "}}";
    }

    @Test
    void a_rest_target_is_set_up_in_full_and_its_headers_are_not_shown_again() {
        var page = signedIn("admin", "sync");
        button(page, "Add target").click();
        var form = page.locator(".sync-form");
        form.getByText("REST endpoints").click();
        form.getByLabel("Name").first().fill("Ledger");
        form.getByLabel("URL").fill("https://ledger.example");
        form.getByLabel("To change a record").fill("PUT /contacts/{id}");
        form.getByText("Names of fields").click();
        button(page, "Add field").click();
        form.locator(".sync-pair vaadin-combo-box input").fill("Phone");
        page.keyboard().press("Enter");
        form.getByLabel("Its name there").fill("phone_number");
        form.getByText("Extra headers").click();
        button(page, "Add header").click();
        header(form).fill("Host");
        form.locator(".sync-pair vaadin-password-field input").first().fill("s3cret-key");
        form.getByText("When a delivery fails").click();
        form.getByLabel("Longest pause").fill("soon");
        button(page, "Add target", 1).click();
        assertThat(form).containsText("Expected a time such as 5 s, 10 min or 2 h");
        screenshot(page, "sync-rest");
        form.getByLabel("Longest pause").fill("30 min");
        button(page, "Add target", 1).click();
        assertThat(form).containsText("Host is set by Mergedesk");
        header(form).fill("X-Api-Key");
        button(page, "Add target", 1).click();
        assertThat(page.locator(".sync-target")).containsText("Ledger");
        var rest = targets.all(ADMIN).getFirst().definition().rest();
        Assertions.assertThat(rest.names()).containsValue("phone_number");
        Assertions.assertThat(rest.headers()).containsExactly("X-Api-Key");

        choose(page, "Ledger", "Edit…");
        form.getByText("Extra headers · 1").click();
        assertThat(header(form)).hasValue("X-Api-Key");
        assertThat(form.locator(".sync-pair vaadin-password-field input").first()).hasValue("");
        Assertions.assertThat(page.content()).doesNotContain("s3cret-key");
        form.getByText("When a delivery fails").click();
        form.getByLabel("Attempts").fill("3");
        button(page, "Save").click();
        assertThat(form).hasCount(0);

        var changed = targets.all(ADMIN).getFirst().definition();
        Assertions.assertThat(changed.rest().headers()).containsExactly("X-Api-Key");
        Assertions.assertThat(changed.retry())
                .isEqualTo(new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(30), 3));
    }

    @Test
    void lanes_count_what_is_dead_and_many_are_changed_and_delivered_at_once() {
        var usual = TargetDefinition.of("Shop", TargetKind.WEBHOOK, URI.create(address()));
        targets.create(
                new TargetDefinition(
                        usual.name(),
                        usual.kind(),
                        usual.url(),
                        usual.events(),
                        usual.types(),
                        usual.fields(),
                        Priority.HIGH,
                        usual.retry(),
                        true,
                        usual.coalesce(),
                        usual.concurrency(),
                        usual.rest()),
                Optional.empty(),
                ADMIN);
        answer = 400;
        for (int i = 1; i <= 3; i++) {
            create(USER, Origin.UI, "name", "Refused " + i);
        }
        var page = signedIn("admin", "sync");
        var high = page.locator("[data-lane=high]");
        assertThat(high).containsText("3 dead");
        assertThat(high).hasAttribute("aria-label", "high: 0 waiting, 0 running, 3 dead");
        assertThat(page.locator("[data-lane=low]")).containsText("0 dead");
        high.click();
        page.waitForURL("**/sync?priority=high");
        assertThat(high).hasAttribute("aria-current", "true");
        page.locator(".tabs").getByText("Dead 3").click();
        page.waitForURL("**/sync?state=dead&priority=high");
        assertThat(page.locator(".sync-jobs").getByText("dead")).hasCount(3);
        page.locator(".sync-jobs").getByLabel("Select All").check();
        assertThat(page.locator(".sync-bulk")).containsText("3 chosen");
        screenshot(page, "sync-lanes");

        answer = 200;
        button(page, "Edit and deliver again…").click();
        var change = page.locator("vaadin-dialog textarea");
        change.fill("[]");
        button(page, "Deliver again", 1).click();
        assertThat(page.locator("vaadin-dialog")).containsText("Expected one JSON object");
        change.fill("{\"data\": {\"mended\": true}}");
        assertThat(page.locator(".sync-preview")).containsText("mended");
        screenshot(page, "sync-change");
        button(page, "Deliver again", 1).click();

        Awaitility.await().until(() -> bodies.size() == 3);
        Assertions.assertThat(bodies)
                .allSatisfy(body ->
                        Assertions.assertThat(body).contains("\"mended\":true", "Refused "));
        assertThat(high).containsText("0 dead");
    }

    @Test
    void a_target_that_is_far_behind_shows_how_far_it_has_come() {
        var page = withPausedDepot();

        for (int i = 1; i <= 120; i++) {
            create(USER, Origin.UI, "name", "Behind " + i);
        }

        assertThat(page.locator(".sync-catch-up")).containsText("0 of 120 sent");
        assertThat(page.locator("[data-lane=medium]")).containsText("120 waiting");
        screenshot(page, "sync-behind");
        choose(page, "Depot", "Resume");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> bodies.size() == 120);
        assertThat(page.locator(".sync-catch-up")).hasCount(0);
    }

    @Test
    void more_than_are_shown_are_delivered_again_at_once() {
        var usual = TargetDefinition.of("Shop", TargetKind.WEBHOOK, URI.create(address()));
        add(usual, RestMapping.NONE);
        answer = 400;
        for (int i = 1; i <= 110; i++) {
            create(USER, Origin.UI, "name", "Refused " + i);
        }
        var page = signedIn("admin", "sync?state=dead");
        assertThat(page.locator(".tabs")).containsText("Dead 110");
        page.locator(".sync-jobs").getByLabel("Select All").check();
        assertThat(page.locator(".sync-bulk")).containsText("100 chosen");
        screenshot(page, "sync-ticked");
        button(page, "Choose all 110 that match").click();
        assertThat(page.locator(".sync-bulk")).containsText("All 110 that match are chosen");
        screenshot(page, "sync-all");

        answer = 200;
        button(page, "Deliver again").click();
        assertThat(page.locator("vaadin-confirm-dialog")).containsText("Deliver 110 jobs again?");
        screenshot(page, "sync-all-asked");
        button(page, "Deliver again", 1).click();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> bodies.size() == 110);
        assertThat(page.locator(".tabs")).not().containsText("Dead 1");
    }

    @Test
    void what_follows_a_conflict_with_another_system_waits_for_the_desk() {
        var usual =
                TargetDefinition.of(
                        "CRM", TargetKind.REST, URI.create(address().replace("/hook", "/crm")));
        add(
                usual,
                new RestMapping(
                        Optional.empty(),
                        Optional.of(new RestMapping.Request("PUT", "/{id}")),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        true));
        var depot = create(USER, Origin.UI, "name", "Northwind", "phone", "1");
        var page = signedIn("admin", "sync");
        assertThat(page.locator(".sync-target")).containsText("1 delivered");

        theirs = "{\"phone\":\"changed there\"}";
        change(USER, depot, "phone", "changed here");
        assertThat(page.locator(".sync-target")).containsText("1 dead");
        change(USER, depot, "city", "Lyon");

        assertThat(page.locator(".sync-jobs")).containsText("for a decision");
        screenshot(page, "sync-awaits");
        page.locator(".sync-jobs").getByText("waiting").click();
        assertThat(page.locator("vaadin-dialog")).containsText("Nothing is sent over them until");
        screenshot(page, "sync-awaits-job");
        page.navigate(
                page.url().replaceFirst("/sync.*", "/records/depots/" + depot.id() + "/history"));
        assertThat(page.locator("main, vaadin-app-layout").first()).containsText("CRM");
        screenshot(page, "history-targets");
    }

    private void add(TargetDefinition usual, RestMapping rest) {
        targets.create(
                new TargetDefinition(
                        usual.name(),
                        usual.kind(),
                        usual.url(),
                        usual.events(),
                        Set.of(DEPOTS),
                        usual.fields(),
                        usual.priority(),
                        usual.retry(),
                        true,
                        usual.coalesce(),
                        usual.concurrency(),
                        rest),
                Optional.empty(),
                ADMIN);
    }

    @Test
    void others_do_not_find_it() {
        var page = signedIn("supervisor", "sync");

        assertThat(page.locator("h1")).containsText("There is nothing here");
    }

    private static Locator header(Locator form) {
        return form.getByLabel("Header", new Locator.GetByLabelOptions().setExact(true));
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

    /// The screen of an admin who has added a webhook and paused it.
    private Page withPausedDepot() {
        var page = signedIn("admin", "sync");
        button(page, "Add target").click();
        page.locator(".sync-form").getByLabel("Name").first().fill("Depot");
        page.locator(".sync-form").getByLabel("URL").fill(address());
        page.locator(".sync-form").getByText("More").click();
        page.getByLabel("It is in a private network").check();
        button(page, "Add target", 1).click();
        button(page, "I have noted it").click();
        choose(page, "Depot", "Pause");
        assertThat(page.locator(".sync-target")).containsText("paused");
        return page;
    }
}
