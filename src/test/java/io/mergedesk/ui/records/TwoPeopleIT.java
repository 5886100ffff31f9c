package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.events.EventBus;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A user and a supervisor, each in a browser of their own, edit one contact at the same time.
class TwoPeopleIT extends RecordsBrowserTest {

    @Autowired private EventBus bus;

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

        saveAtOnce(supervisor, "phone", "+33 2", user, () -> stored("company").equals("Mine SARL"));

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
    void a_stale_save_of_the_same_field_is_kept_and_decided_with_both_values_on_the_screen() {
        var user = open("user");
        var supervisor = open("supervisor");
        type(user, "phone", "+33 3");
        type(user, "company", "Mine SARL");
        type(supervisor, "phone", "+33 2");

        saveAtOnce(
                supervisor,
                "phone",
                "+33 2",
                user,
                () ->
                        entities.find(contact.id(), SUPERVISOR).orElseThrow().status()
                                == EntityStatus.CONFLICT);

        assertThat(user.locator(".merge-left")).hasText("1 of 1 left");
        assertThat(user.locator(".row-sentence").first())
                .hasText("You changed Phone to “+33 3”. Sven Supervisor changed it to “+33 2”.");
        assertThat(stored("phone")).isEqualTo("+33 2");
        assertThat(stored("company")).isEqualTo("Old SARL");
        assertNoSeriousAxeViolations(user);

        user.reload();

        user.locator(".merge-rows").first().locator(".use-mine").click();
        user.locator(".save-resolution").click();

        assertThat(toast(user)).containsText("is saved as v3");
        assertThat(input(user, "company")).hasValue("Mine SARL");
        assertThat(stored("phone")).isEqualTo("+33 3");
        assertThat(stored("company")).isEqualTo("Mine SARL");
        assertThat(input(supervisor, "phone")).hasValue("+33 3");
    }

    /// Neither page hears of the other's save before its own is written: the bus stands still
    /// meanwhile.
    private void saveAtOnce(
            Page first, String field, String stored, Page second, Callable<Boolean> written) {
        var still = bus;
        synchronized (still) {
            save(first);
            await().pollInterval(Duration.ofMillis(10)).until(() -> stored(field).equals(stored));
            save(second);
            await().pollInterval(Duration.ofMillis(10)).until(written);
        }
    }
}
