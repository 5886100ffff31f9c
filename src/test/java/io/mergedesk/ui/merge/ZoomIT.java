package io.mergedesk.ui.merge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.ui.DemoBrowserTest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The desk and the merge screen for those who zoom their browser to 200 %.
class ZoomIT extends DemoBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /// Everything that can be pressed or filled in on the page itself and that nothing hides: what
    /// of it cannot be brought to where one can click it.
    private static final String OUT_OF_REACH =
            """
            () => {
              const wanted = [...document.querySelectorAll(
                'vaadin-app-layout > :not([slot]) :is(vaadin-button, a[href], button, [role=button], vaadin-checkbox,' +
                ' vaadin-text-area, vaadin-text-field, vaadin-combo-box, vaadin-select)')];
              return wanted
                .filter(one => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
                .filter(one => one.getBoundingClientRect().width > 0 && !one.hasAttribute('disabled'))
                .filter(one => !one.closest('.visually-hidden, [inert]'))
                .filter(one => !['center', 'start', 'end'].some(block => {
                  one.scrollIntoView({block, inline: 'nearest'});
                  const box = one.getBoundingClientRect();
                  const hit = document.elementFromPoint(
                    box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
                  return box.left >= 0 && box.right <= innerWidth + 1 && hit &&
                    (one.contains(hit) || hit.getRootNode().host === one);
                }))
                .map(one => {
                  const box = one.getBoundingClientRect();
                  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                  return one.outerHTML.slice(0, 120) + ' under ' + hit?.outerHTML.slice(0, 120) +
                    ' at ' + JSON.stringify(box);
                });
            }
            """;

    @Test
    void the_merge_screen_is_all_there_and_decides() {
        var conflict = park();
        var page = signedIn(zoomed(), "supervisor", "conflicts/" + conflict.id());
        assertThat(page.locator("[data-row=phone]")).isVisible();
        assertUsable(page, "merge-zoom-list");

        page.locator("[data-row=phone]").focus();
        page.keyboard().press("v");
        assertThat(page.locator(".merge.in-columns")).isVisible();
        assertUsable(page, "merge-zoom-columns");

        for (var row : List.of("phone", "street", "fee", "notes")) {
            page.locator("[data-row=" + row + "] .use-mine").first().click();
        }
        assertThat(page.locator(".merge-left")).hasText("all decided");
        page.locator(".save-resolution").click();

        assertThat(page.locator(".settled")).isVisible();
        // what offers to undo it lies over the page for a while
        assertThat(page.locator("vaadin-notification-card"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
        assertUsable(page, "merge-zoom-settled");
        assertThat(text(entities.find(conflict.entity(), ADMIN).orElseThrow(), "phone"))
                .isEqualTo("+33 4 72 55 55 99");
    }

    @Test
    void the_desk_is_all_there_and_shares_out() {
        var conflict = park();
        var page = signedIn(zoomed(), "supervisor", "conflicts?entity=" + conflict.entity());
        var title = text(entities.find(conflict.entity(), ADMIN).orElseThrow(), "name");
        assertThat(page.getByText(title).first()).isVisible();
        assertUsable(page, "desk-zoom");

        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Decide by a rule …").setExact(true))
                .click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try it")))
                .isVisible();
        assertNothingSideways(page);
        picture(page, "desk-zoom-rule");
        assertNoSeriousAxeViolations(page);
    }

    /// A window of 1280 by 800: half as many pixels for styles each way, each made of four.
    private Page zoomed() {
        return newVisitor(options -> options.setViewportSize(640, 400).setDeviceScaleFactor(2));
    }

    private static void assertUsable(Page page, String name) {
        awaitAnswer(page);
        assertNothingSideways(page);
        assertThat((List<?>) page.evaluate(OUT_OF_REACH)).as(name).isEmpty();
        page.evaluate("() => document.querySelector('h1').scrollIntoView({block: 'center'})");
        picture(page, name);
        assertNoSeriousAxeViolations(page);
    }

    private static void assertNothingSideways(Page page) {
        assertThat(page.evaluate("devicePixelRatio")).isEqualTo(2);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(640);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private Conflict park() {
        var depot =
                create(
                        USER,
                        Origin.UI,
                        "name",
                        "Northwind depot " + UUID.randomUUID(),
                        "phone",
                        "+33 4 72 55 55 00",
                        "street",
                        "12 quai de Saône",
                        "city",
                        "69001 Lyon",
                        "fee",
                        "10000 EUR",
                        "notes",
                        "Deliveries before 10. Ring twice at the blue gate, then wait for Paul.");
        change(
                SUPERVISOR,
                depot,
                "phone",
                "+33 4 72 55 55 01",
                "street",
                "14 quai de Saône",
                "fee",
                "12000 EUR",
                "notes",
                "Deliveries before 10. Ring three times at the blue gate, then wait for Paul.");
        return park(
                depot,
                Origin.UI,
                "phone",
                "+33 4 72 55 55 99",
                "city",
                "69009 Lyon",
                "fee",
                "15000 EUR",
                "notes",
                "Deliveries before 10. Knock at the blue gate, then wait for Paul.");
    }
}
