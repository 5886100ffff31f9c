package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mergedesk.changes.FieldText;
import io.mergedesk.common.EntityId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// New records of every kind of field, made through the form and read back from the service.
class KindsIT extends RecordsBrowserTest {

    private static final Pattern SAVED = Pattern.compile("/records/[a-z]+/[0-9a-f-]{36}");
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_contract_is_stored_as_it_was_typed() {
        change("name", "Customer " + unique);
        var page = openNew("contracts");
        input(page, "title").fill("Cold chain");
        input(page, "number").fill(unique);
        choose(page, "customer", "Customer " + unique);
        choose(page, "state", "running");
        input(page, "value").first().fill("9900");
        fillAndLeave(input(page, "starts"), "2026-01-01");
        fillAndLeave(input(page, "ends"), "2026-12-31");
        choose(page, "signed", "No");
        choose(page, "manager", "Sven Supervisor");
        box(page, "terms").locator("textarea").fill("Thirty days");

        assertThat(saved(page))
                .containsEntry("title", "Cold chain")
                .containsEntry("number", unique)
                .containsEntry("customer", contact.id().toString())
                .containsEntry("state", "running")
                .containsEntry("value", "9900.00 EUR")
                .containsEntry("starts", "2026-01-01")
                .containsEntry("ends", "2026-12-31")
                .containsEntry("signed", "no")
                .containsEntry("manager", "supervisor")
                .containsEntry("terms", "Thirty days");
    }

    @Test
    void a_contact_is_stored_as_it_was_typed() {
        var page = openNew("contacts");
        input(page, "name").fill("Contact " + unique);
        input(page, "email").fill("a@example.org");
        input(page, "website").fill("https://example.org/a?b=c");
        choose(page, "tags", "vip");
        choose(page, "tags", "night delivery");
        page.keyboard().press("Escape");
        choose(page, "owner", "Sven Supervisor");

        assertThat(saved(page))
                .containsEntry("email", "a@example.org")
                .containsEntry("website", "https://example.org/a?b=c")
                .containsEntry("tags", "night delivery; vip")
                .containsEntry("owner", "supervisor");
    }

    private Page openNew(String type) {
        var page = signedIn("user", "records/" + type + "/new");
        assertThat(page.locator(".record-form")).isVisible();
        return page;
    }

    private static void choose(Page page, String field, String label) {
        choose(input(page, field).first(), page, label);
    }

    private static void choose(Locator input, Page page, String label) {
        input.click();
        input.fill(label);
        page.getByRole(
                        com.microsoft.playwright.options.AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .first()
                .click();
    }

    private static void fillAndLeave(Locator input, String text) {
        input.fill(text);
        input.press("Tab");
    }

    /// Saves the form and tells what the service then has of the record.
    private Map<String, String> saved(Page page) {
        save(page);
        assertThat(toast(page)).containsText("is created");
        assertThat(page).hasURL(SAVED);
        var id = page.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        var values = new TreeMap<String, String>();
        entities.find(EntityId.parse(id), SUPERVISOR)
                .orElseThrow()
                .values()
                .byName()
                .forEach((name, value) -> values.put(name.value(), FieldText.write(value)));
        return values;
    }
}
