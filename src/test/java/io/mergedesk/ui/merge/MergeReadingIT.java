package io.mergedesk.ui.merge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.DemoBrowserTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How conflicts are read on the way through the queue, by those who need large letters or colours
/// of their own, and by authors who let go.
class MergeReadingIT extends DemoBrowserTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @Autowired private Conflicts conflicts;

    @Test
    void how_it_is_read_stays_in_the_address_on_the_way_to_the_next_conflict() {
        var first = park(depot());
        var second = park(depot());
        var page = signedIn("supervisor", "conflicts/" + first.id() + "?order=oldest&type=depots");
        page.locator("[data-row=phone]").focus();

        page.keyboard().press("v");
        assertThat(page).hasURL(Pattern.compile("view=columns"));
        page.getByLabel("Read as sentences").check();
        assertThat(page).hasURL(Pattern.compile("texts=sentences"));
        page.reload();
        assertThat(page.locator(".merge.in-columns")).isVisible();
        assertThat(page.getByLabel("Read as sentences")).isChecked();
        page.keyboard().press("F8");

        assertThat(page).hasURL(Pattern.compile("/conflicts/" + second.id() + "\\?.*view=columns"));
        assertThat(page.locator(".merge.in-columns")).isVisible();
        page.keyboard().press("Shift+F8");
        assertThat(page).hasURL(Pattern.compile("/conflicts/" + first.id()));
        page.locator(".merge-back").click();
        page.waitForURL(Pattern.compile(".*/conflicts\\?.*type=depots.*"));
        assertThat(page.url()).contains("order=oldest").doesNotContain("view=", "texts=");
    }

    @Test
    void an_author_lets_go_of_an_edit_that_only_the_desk_may_decide() {
        var depot = depot();
        change(SUPERVISOR, depot, "phone", "+33 01");
        var conflict =
                parked(
                        entities.save(
                                edit(depot, "phone", "+33 99"),
                                Author.of(USER, Origin.UI).merging(MergeStrategy.MANUAL)));
        var page = signedIn("user", "conflicts/" + conflict.id());
        assertThat(page.locator(".clock-note")).containsText("A supervisor decides this one.");

        page.locator(".let-go").click();

        assertThat(page.locator(".settled")).isVisible();
        assertThat(text(depot, "phone")).isEqualTo("+33 01");
        var after = conflicts.find(conflict.id(), ADMIN).orElseThrow().conflict();
        assertThat(after.isOpen()).isFalse();
        assertThat(after.edit().patch()).isEqualTo(patch("phone", "+33 99"));
    }

    /// 200 % on a screen of 1280: what is left is 640 wide.
    @Test
    void it_is_all_there_at_twice_the_size() {
        var conflict = park(depot());
        var page = signedIn("supervisor", "conflicts/" + conflict.id() + "?view=columns");
        page.setViewportSize(640, 400);
        assertThat(page.locator("[data-row=phone]")).isVisible();
        picture(page, "merge-zoomed");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(640);

        page.locator("[data-row=phone] .use-mine").click();
        page.locator(".save-resolution").click();

        assertThat(page.locator(".settled")).isVisible();
        picture(page, "merge-zoomed-settled");
    }

    @Test
    void what_is_chosen_shows_in_colours_of_the_readers_own() {
        var conflict = park(depot());
        var page = signedIn("supervisor", "conflicts/" + conflict.id() + "?view=columns");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        var mine = page.locator("[data-row=phone] .use-mine");
        assertThat(mine).isVisible();
        var before = outline(page);

        mine.click();

        assertThat(page.locator("[data-row=phone] .use-mine[aria-pressed=true]")).isVisible();
        picture(page, "merge-forced-colours");
        assertThat(outline(page)).isNotEqualTo(before);
    }

    private static Object outline(Page page) {
        return page.evaluate(
                "getComputedStyle(document.querySelector('[data-row=phone] .use-mine')).outlineStyle");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    private Entity depot() {
        return create(
                USER,
                Origin.UI,
                "name",
                "Depot " + UUID.randomUUID(),
                "phone",
                "+33 4 72 55 55 00",
                "notes",
                "Ring twice at the blue gate, then wait for Paul.");
    }

    private Conflict park(Entity depot) {
        change(SUPERVISOR, depot, "phone", "+33 4 72 55 55 01");
        return parked(save(edit(depot, "phone", "+33 4 72 55 55 99"), USER, Origin.UI));
    }

    private static Edit edit(Entity depot, String field, String text) {
        return new Edit.Update(depot.id(), new Revision(1), patch(field, text));
    }

    private static Conflict parked(SaveOutcome outcome) {
        return Optional.of(outcome)
                .filter(SaveOutcome.Parked.class::isInstance)
                .map(SaveOutcome.Parked.class::cast)
                .map(SaveOutcome.Parked::conflict)
                .orElseThrow(() -> new AssertionError("expected a parked edit: " + outcome));
    }
}
