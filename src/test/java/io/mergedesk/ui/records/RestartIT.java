package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.mergedesk.api.Program;
import io.mergedesk.running.RunningApp;
import io.mergedesk.ui.AppBrowserTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// What was typed outlives the server.
class RestartIT extends AppBrowserTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @Test
    void typing_is_back_after_the_server_was_killed_and_started_again() {
        var page = newVisitor();
        String address;
        int port;
        try (var app = RunningApp.serving(home)) {
            port = app.port();
            address = app.url() + "records/contacts/" + contact(new Program(port, "user", "demo"));
            open(page, address);
            RecordsBrowserTest.type(page, "company", "Typed before the crash");

            app.kill();
            RecordsBrowserTest.input(page, "phone").fill("+33 4");
        }

        try (var _ = RunningApp.launch(home, port, Map.of()).awaitServing()) {
            open(page, address);
            assertThat(RecordsBrowserTest.input(page, "phone")).hasValue("+33 4");
            assertThat(RecordsBrowserTest.input(page, "company"))
                    .hasValue("Typed before the crash");

            var elsewhere = newVisitor();
            open(elsewhere, address);
            assertThat(RecordsBrowserTest.input(elsewhere, "company"))
                    .hasValue("Typed before the crash");
        }
    }

    private static void open(Page page, String address) {
        page.navigate(address);
        signIn(page, "user", PASSWORD);
        // the first page of a server that has just started
        assertThat(page.locator(".record-form"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private static String contact(Program program) {
        return program.post(
                        "/api/v1/types/contacts/entities",
                        "{\"fields\":{\"name\":\"Aa depot\",\"company\":\"Old SARL\"}}")
                .expect(201)
                .text("/entity/id");
    }
}
