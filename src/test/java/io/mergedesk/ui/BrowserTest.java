package io.mergedesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A test in a real browser against the application, served as in production on a free port. Its
/// class name ends in `IT`.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "vaadin.productionMode=true")
public abstract class BrowserTest {

    private static final String ANSWERED =
            "Object.values(window.Vaadin?.Flow?.clients ?? {})"
                    + ".every(client => !client.isActive?.())";

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final List<String> OF_COLOURS = List.of("color-contrast", "link-in-text-block");

    /// Keeps account of what the page is about to do within half a second, such as to tell the
    /// server of its new size.
    private static final String PENDING_TIMERS =
            """
            window.pendingTimers = new Set();
            const start = window.setTimeout.bind(window);
            const stop = window.clearTimeout.bind(window);
            window.setTimeout = (work, delay, ...rest) => {
              const timer = start((...given) => {
                pendingTimers.delete(timer);
                return typeof work === 'function' ? work(...given) : window.eval(work);
              }, delay, ...rest);
              if (delay > 0 && delay < 500) {
                pendingTimers.add(timer);
              }
              return timer;
            };
            window.clearTimeout = timer => {
              pendingTimers.delete(timer);
              stop(timer);
            };
            """;

    private static final int WIDE = 1280;
    private static final int PHONE = 390;

    @RegisterExtension final SharedBrowser browser = new SharedBrowser();

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> policyViolations = new CopyOnWriteArrayList<>();

    @LocalServerPort private int port;

    /// A page in a browser of its own: nobody else's cookies, nobody else's storage.
    protected Page newVisitor() {
        return newVisitor(options -> options.setViewportSize(WIDE, 800));
    }

    /// The same in a window of another size.
    protected Page newVisitor(UnaryOperator<Browser.NewContextOptions> window) {
        var context =
                browser.get()
                        .newContext(
                                window.apply(
                                        new Browser.NewContextOptions()
                                                .setBaseURL("http://127.0.0.1:" + port)
                                                .setLocale("en-GB")
                                                .setTimezoneId("Europe/Paris")));
        context.setDefaultTimeout(15_000);
        context.addInitScript(PENDING_TIMERS);
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                policyViolations.add(message.text());
            }
        });
        contexts.add(context);
        return context.newPage();
    }

    /// Pictures of the page as it stands: light and dark, wide and phone, in `target/screenshots`;
    /// in both lights everybody can use it.
    protected static void screenshot(Page page, String name) {
        pictures(
                page,
                name,
                (lit, scheme) -> {
                    if (scheme == ColorScheme.LIGHT) {
                        assertNoSeriousAxeViolations(lit);
                    } else {
                        // names and roles are the same in the dark
                        assertNoViolations(new AxeBuilder(lit).withRules(OF_COLOURS));
                    }
                });
    }

    /// Pictures only: of an open menu of Vaadin, whose items have roles and states that axe does
    /// not accept together.
    protected static void screenshotOfMenu(Page page, String name) {
        pictures(page, name, (_, _) -> {});
    }

    private static void pictures(
            Page page, String name, BiConsumer<Page, ColorScheme> inEachLight) {
        // the page takes longer to follow a new size than a new light
        for (var width : List.of(WIDE, PHONE)) {
            page.setViewportSize(width, width == WIDE ? 800 : 844);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                settle(page);
                var file =
                        "%s-%s-%d.png"
                                .formatted(name, scheme.name().toLowerCase(Locale.ROOT), width);
                page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)));
                if (width == PHONE) {
                    inEachLight.accept(page, scheme);
                }
            }
        }
        page.setViewportSize(WIDE, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        settle(page);
    }

    /// Returns once the server has answered all that it was asked.
    protected static void awaitAnswer(Page page) {
        page.waitForFunction("() => " + ANSWERED);
    }

    private static void settle(Page page) {
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() =>"
                        + " requestAnimationFrame(done)))");
        // the server hears of a new size a moment later, and may answer with another layout
        page.waitForFunction(
                "() => !navigator.onLine || document.querySelector('.v-system-error') !== null ||"
                        + " pendingTimers.size === 0 && "
                        + ANSWERED);
        // marks that fade for seconds, and spinners, are part of the picture
        page.waitForFunction(
                "() => document.getAnimations().every(one => one.playState !== 'running' ||"
                        + " one.effect.getComputedTiming().endTime > 2000)");
    }

    /// Whether everybody can use this page, as far as a program can tell: contrast, names, roles.
    protected static void assertNoSeriousAxeViolations(Page page) {
        assertNoViolations(new AxeBuilder(page));
    }

    private static void assertNoViolations(AxeBuilder axe) {
        var results = axe.setLegacyMode(true).options(onlyViolations()).analyze();
        var found =
                results.getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .flatMap(rule ->
                                rule.getNodes().stream()
                                        .map(node ->
                                                rule.getId()
                                                        + ": "
                                                        + node.getHtml()
                                                        + " "
                                                        + node.getFailureSummary()))
                        .toList();
        assertThat(found).as("barriers at " + results.getUrl()).isEmpty();
    }

    /// All rules, but not every element that keeps them: telling those takes longer than the rules.
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    @AfterEach
    void closeContexts() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @AfterEach
    void no_page_breaks_its_own_content_security_policy() {
        assertThat(policyViolations).isEmpty();
    }
}
