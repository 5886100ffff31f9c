package io.mergedesk.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How long after one person's save others see it: from sending the PATCH to the changed text in
/// the DOM of every other browser, with real Chromium and the demo as `./run` starts it. All
/// browsers run on the machine of the server and cost it their share.
///
/// And what an open record screen costs the server's heap.
final class LiveBenchmark implements Benchmark {

    private static final String NAME = "live";
    private static final int FEW = 2;
    private static final int MANY = Integer.getInteger("bench.browsers", 50);
    private static final int SAVES = 30;
    private static final long PAUSE_MILLIS = 500;

    /// Other numbers than those of the last run, whose last one the contact still has.
    private final int first = (int) (System.currentTimeMillis() / 1_000 % 10_000_000) * 200;

    @Override
    public List<Figure> run() throws Exception {
        var figures = new ArrayList<Figure>();
        try (var demo = RunningDemo.start();
                var playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = launch(playwright)) {
            var contact = LiveContact.first(demo);
            var pages = new ArrayList<LivePage>();
            open(FEW, pages, browser, demo, contact.path());
            measure(contact, pages, 0);
            double before = demo.liveHeapMegabytes();
            figures.add(measure(contact, pages, 1));
            open(MANY, pages, browser, demo, contact.path());
            figures.add(measure(contact, pages, 2));
            double each = (demo.liveHeapMegabytes() - before) / (MANY - FEW);
            figures.add(Figure.of(NAME, "heap for each open record screen", "MB", each));
            pages.forEach(LivePage::close);
        }
        return figures;
    }

    private static void open(
            int count, List<LivePage> pages, Browser browser, RunningDemo demo, String path) {
        while (pages.size() < count) {
            pages.add(new LivePage(browser, demo.address(), path));
        }
    }

    /// The next save waits until everybody has seen this one: pushes that come together show the
    /// last value only.
    private Figure measure(LiveContact contact, List<LivePage> pages, int round)
            throws Exception {
        var sent = new double[SAVES];
        for (int i = 0; i < SAVES; i++) {
            int number = first + round * SAVES + i;
            sent[i] = System.currentTimeMillis();
            contact.showAs(LivePage.MARK + number);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            pages.forEach(page -> page.awaitArrival(number));
        }
        var times = new ArrayList<Double>();
        for (var page : pages) {
            var arrived = page.arrived();
            for (int i = 0; i < SAVES; i++) {
                var at = Objects.requireNonNull(arrived.get(Integer.toString(first + round * SAVES + i)));
                times.add(at.doubleValue() - sent[i]);
            }
        }
        return Figure.ofTimes(NAME, "save to the DOM of " + pages.size() + " browsers", times);
    }

    private static Browser launch(Playwright playwright) {
        var told = System.getenv("CHROMIUM");
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(
                                        Path.of(told == null ? "/usr/bin/chromium" : told))
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }
}
