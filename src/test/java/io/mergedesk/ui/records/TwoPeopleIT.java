package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mergedesk.entities.Edit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A user and a supervisor, each in a browser of their own, edit one contact at the same time.
class TwoPeopleIT extends RecordsBrowserTest {

    @Test
    void what_one_saves_appears_in_the_form_and_the_list_of_the_other() {
        var user = open("user");
        var supervisor = open("supervisor");
        type(user, "company", "Mine SARL");

        type(supervisor, "phone", "+33 2");
        save(supervisor);

        assertThat(toast(supervisor)).containsText("Saved");
        assertThat(input(user, "phone")).hasValue("+33 2");
        assertThat(user.locator("vaadin-grid .cell-changed-0").first()).hasText("+33 2");
        assertThat(user.locator(".note-changed")).containsText("Sven Supervisor changed 1 field");
        assertThat(input(user, "company")).hasValue("Mine SARL");

        save(user);

        assertThat(toast(user)).containsText("Saved");
        assertThat(input(supervisor, "company")).hasValue("Mine SARL");
        assertThat(stored("company")).isEqualTo("Mine SARL");
        assertThat(stored("phone")).isEqualTo("+33 2");
    }

    @Test
    void a_stale_save_of_other_fields_is_merged_and_says_with_what() {
        var user = open("user");
        var supervisor = open("supervisor");
        type(user, "company", "Mine SARL");
        type(supervisor, "phone", "+33 2");

        saveAtOnce(supervisor, "phone", "+33 2", user);

        assertThat(toast(user))
                .containsText(
                        "Saved, and joined with what Sven Supervisor (Phone) changed meanwhile.");
        assertThat(input(user, "phone")).hasValue("+33 2");
        assertThat(box(user, "phone")).containsText("was 1");
        assertThat(input(supervisor, "company")).hasValue("Mine SARL");
        assertThat(stored("company")).isEqualTo("Mine SARL");
        assertThat(stored("phone")).isEqualTo("+33 2");
        screenshot(user, "records-merged");
    }

    @Test
    void a_stale_save_of_the_same_field_is_contested_with_both_values_on_the_screen() {
        var user = open("user");
        var supervisor = open("supervisor");
        type(user, "phone", "+33 3");
        type(user, "company", "Mine SARL");
        type(supervisor, "phone", "+33 2");

        saveAtOnce(supervisor, "phone", "+33 2", user);

        assertThat(user.locator(".note-theirs")).containsText("Not saved yet");
        assertThat(user.locator(".note-theirs")).containsText("Nothing is lost");
        assertThat(box(user, "phone")).containsText("also changed by Sven Supervisor");
        assertThat(box(user, "phone").locator(".their-value")).hasText("+33 2");
        assertThat(input(user, "phone")).hasValue("+33 3");
        assertThat(input(user, "company")).hasValue("Mine SARL");
        assertThat(stored("phone")).isEqualTo("+33 2");
        assertThat(stored("company")).isEqualTo("Old SARL");
        assertNoSeriousAxeViolations(user);

        user.reload();

        assertThat(input(user, "phone")).hasValue("+33 3");
        assertThat(box(user, "phone").locator(".their-value")).hasText("+33 2");
        assertThat(input(user, "company")).hasValue("Mine SARL");

        user.locator(".keep-mine").click();
        save(user);

        assertThat(toast(user)).containsText("Saved");
        assertThat(stored("phone")).isEqualTo("+33 3");
        assertThat(stored("company")).isEqualTo("Mine SARL");
        assertThat(input(supervisor, "phone")).hasValue("+33 3");
    }

    /// The save of the second page reaches the server after the first is stored and before the page
    /// was told of it: news come five times a second at most, and some have just come.
    private void saveAtOnce(Page first, String field, String stored, Page second) {
        var ofFirst = HeldRequests.of(first);
        var ofSecond = HeldRequests.of(second);
        save(first);
        ofFirst.awaitOne();
        save(second);
        ofSecond.awaitOne();
        written(new Edit.Create(CONTACTS, patch("name", "Zz other news")));

        ofFirst.letGo();
        await().pollInterval(Duration.ofMillis(1)).until(() -> stored(field).equals(stored));
        ofSecond.letGo();
        ofFirst.end();
        ofSecond.end();
    }
}
