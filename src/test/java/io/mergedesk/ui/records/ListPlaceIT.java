package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Edit;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever happens to a list, its reader stays where they are.
class ListPlaceIT extends RecordsBrowserTest {

    private static final int FAR = 4_000;
    private static final int COMMITS = 200;

    /// The record of a row in the middle of the screen; what stands in the row is remembered.
    private static final String A_ROW =
            """
            () => {
              const grid = document.querySelector('vaadin-grid');
              const rows = [...grid.shadowRoot.querySelectorAll('#items tr')];
              window.rowBefore = rows.find(row => row.index === grid._firstVisibleIndex + 4);
              window.itemBefore = rowBefore._item;
              return [...rowBefore.children].map(cell => cell._content?.querySelector('row-people'))
                .find(people => people).getAttribute('record');
            }
            """;

    private final List<Subscription> others = new ArrayList<>();

    @Autowired private EventBus bus;
    @Autowired private Presence presence;

    @Test
    void so_many_changes_that_the_list_is_read_anew_move_nothing() {
        var page = scrolled();
        var before = place(page);
        focusRow(page);

        var pill = page.getByRole(AriaRole.BUTTON, named("1 new record: show"));
        var news = written(new Edit.Create(CONTACTS, patch("name", "Zz news")));
        assertThat(pill).isVisible();
        change("phone", "2");
        page.waitForCondition(() -> lastChange().name() == EventName.ENTITY_UPDATED);
        page.waitForCondition(() -> {
            for (int i = 0; i < 3_000; i++) {
                bus.publish(lastChange());
            }
            return pill.isHidden();
        });
        settled(page);

        assertThat(place(page)).isEqualTo(before);
        assertThat(page.locator("vaadin-grid").evaluate("it => document.activeElement === it"))
                .isEqualTo(true);
        written(new Edit.Delete(news.id(), news.revision()));
    }

    @Test
    void many_commits_make_few_pushes_and_the_last_one_is_shown() {
        var page = open("user");
        var pushes = new AtomicInteger();
        page.onWebSocket(socket -> socket.onFrameReceived(_ -> pushes.incrementAndGet()));
        page.reload();
        change("phone", "begin");
        assertThat(input(page, "phone")).hasValue("begin");
        pushes.set(0);

        var begun = System.nanoTime();
        for (int i = 1; i <= COMMITS; i++) {
            change("phone", "call " + i);
        }
        assertThat(input(page, "phone")).hasValue("call " + COMMITS);
        assertThat(page.locator("vaadin-grid")).containsText("call " + COMMITS);

        // five a second at most, however long the machine took
        var fifths = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 200;
        assertThat(pushes.get()).isBetween(1, (int) fifths + 2).isLessThan(COMMITS);
    }

    @Test
    void my_own_new_record_moves_nothing() {
        var page = scrolled();
        var before = place(page);
        page.getByRole(AriaRole.BUTTON, named("New contact")).click();
        input(page, "name").fill("Zz mine");

        save(page);

        assertThat(toast(page)).containsText("Zz mine is created");
        assertThat(page.locator(".form-title h2")).hasText("Zz mine");
        settled(page);
        assertThat(place(page)).isEqualTo(before);
    }

    @Test
    void who_opens_a_record_is_shown_in_its_row_and_neither_row_nor_reader_moves() {
        var page = scrolled();
        focusRow(page);
        var before = place(page);
        var id = (String) page.evaluate(A_ROW);
        var people = page.locator("row-people[record='" + id + "']");
        assertThat(people).hasText("");
        var name = stored(EntityId.parse(id), "name");

        var supervisor = signedIn("supervisor");
        supervisor.navigate("/records/contacts/" + id);

        assertThat(people.locator(".row-person")).hasText("SS");
        assertThat(people).hasAttribute("aria-label", "Sven Supervisor is looking");
        type(supervisor, "phone", "9");
        assertThat(people.locator(".row-person-editing")).hasText("SS");
        for (var other : List.of("Ann Archer", "Bob Baker", "Cem Can")) {
            others.add(atRecord(other, EntityId.parse(id)));
        }
        assertThat(people).hasText("SSAA+2");
        assertThat(people)
                .hasAttribute(
                        "aria-label",
                        "Sven Supervisor is editing, Ann Archer is looking, Bob Baker is looking,"
                                + " Cem Can is looking");
        assertThat(supervisor.locator(".form-people .more-people")).hasText("+1");
        assertThat(supervisor.locator(".form-people [aria-label='and Cem Can is looking']"))
                .isVisible();
        assertThat(supervisor.locator("row-people .row-person").filter(saying("SS"))).hasCount(0);
        assertThat(page.evaluate("() => rowBefore._item === itemBefore")).isEqualTo(true);
        assertThat(place(page)).isEqualTo(before);
        assertThat(page.locator("vaadin-grid").evaluate("it => document.activeElement === it"))
                .isEqualTo(true);

        page.setViewportSize(390, 844);
        page.navigate("/records/contacts?q=" + URLEncoder.encode(name, UTF_8));
        var card = page.locator(".row-card row-people[record='" + id + "']");
        assertThat(card).hasText("SSAA+2");
        screenshot(page, "records-rows-people");
        leaveAll();
        supervisor.getByRole(AriaRole.BUTTON, named("Discard").setExact(true)).click();
        supervisor.getByRole(AriaRole.BUTTON, named("Close the form")).click();
        assertThat(people).hasText("");
    }

    @AfterEach
    void leaveAll() {
        others.forEach(Subscription::close);
        others.clear();
    }

    private Subscription atRecord(String name, EntityId record) {
        var seat =
                presence.enter(
                        new UserId(name.toLowerCase(ROOT).replace(' ', '.')),
                        name,
                        CONTACTS,
                        () -> true);
        seat.move(CONTACTS, Optional.of(record), false);
        return seat;
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private Page scrolled() {
        var page = signedIn("user", "records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");
        page.locator("vaadin-grid").hover();
        page.waitForCondition(() -> {
            page.mouse().wheel(0, 1_000);
            return top(page) >= FAR;
        });
        page.locator("vaadin-grid")
                .evaluate("it => it.shadowRoot.querySelector('#table').scrollTop = " + FAR);
        settled(page);
        return page;
    }

    private static void settled(Page page) {
        page.waitForFunction(
                """
                () => {
                  const grid = document.querySelector('vaadin-grid');
                  return !grid.loading && grid._firstVisibleIndex > 100;
                }
                """);
    }

    private static void focusRow(Page page) {
        page.locator("vaadin-grid")
                .evaluate(
                        "it => { it.shadowRoot.querySelector('#items [tabindex=\"0\"]').focus() }");
    }

    private static int top(Page page) {
        return ((Number)
                        page.locator("vaadin-grid")
                                .evaluate("it => it.shadowRoot.querySelector('#table').scrollTop"))
                .intValue();
    }

    /// How far the list is scrolled, and what stands there.
    private static String place(Page page) {
        return (String)
                page.locator("vaadin-grid")
                        .evaluate(
                                """
                                it => {
                                  const table = it.shadowRoot.querySelector('#table');
                                  const row = it._firstVisibleIndex;
                                  return Math.round(table.scrollTop / 10) + ' ' + row;
                                }
                                """);
    }

    private Event lastChange() {
        return bus.history().stream()
                .filter(event ->
                        event instanceof Event.EntityChanged changed
                                && changed.type().equals(CONTACTS))
                .toList()
                .getLast();
    }
}
