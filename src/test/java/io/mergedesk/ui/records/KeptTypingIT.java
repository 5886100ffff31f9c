package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// What was typed and not saved is there again, whatever came between.
class KeptTypingIT extends RecordsBrowserTest {

    private static final String AS_SOON_AS_IT_IS_THERE =
            """
            new MutationObserver((_, observer) => {
              const phone = document.querySelector('[data-box=phone] input');
              if (phone) {
                observer.disconnect();
                phone.focus();
                phone.value = '456';
                phone.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    @Test
    void typing_is_back_after_a_refresh() {
        var page = open("user");
        type(page, "company", "Half typed");
        input(page, "phone").fill("+33 4");

        page.reload();

        assertThat(input(page, "company")).hasValue("Half typed");
        assertThat(input(page, "phone")).hasValue("+33 4");
        assertThat(stored("company")).isEqualTo("Old SARL");
    }

    @Test
    void typing_before_and_after_the_end_of_a_session_is_back_after_the_next_sign_in() {
        var page = open("user");
        type(page, "company", "Half typed");

        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        input(page, "phone").fill("+33 4");
        page.navigate("/records/contacts/" + contact.id());
        signIn(page, "user", PASSWORD);

        assertThat(input(page, "company")).hasValue("Half typed");
        assertThat(input(page, "phone")).hasValue("+33 4");
        assertThat(page.locator(".note-draft")).containsText("are back");
    }

    @Test
    void typing_without_a_connection_is_back_after_it_returns() {
        var page = open("user");

        page.context().setOffline(true);
        input(page, "company").fill("Typed in the tunnel");
        page.context().setOffline(false);
        page.reload();

        assertThat(input(page, "company")).hasValue("Typed in the tunnel");
        save(page);
        assertThat(toast(page)).containsText("Saved");
        assertThat(stored("company")).isEqualTo("Typed in the tunnel");
    }

    @Test
    void typing_in_a_tab_that_is_closed_without_a_connection_is_back_at_the_next_visit() {
        var next = afterTyping("company", "Typed in the tunnel", "phone", "123");
        next.navigate("/records/contacts/" + contact.id());

        assertThat(input(next, "company")).hasValue("Typed in the tunnel");
        assertThat(input(next, "phone")).hasValue("123");
        assertThat(next.locator(".note-draft")).containsText("are back");
        assertThat(stored("company")).isEqualTo("Old SARL");
        save(next);
        assertThat(toast(next)).containsText("Saved");
        assertThat(stored("phone")).isEqualTo("123");
    }

    @Test
    void what_is_typed_before_an_earlier_draft_is_back_is_not_typed_over_by_it() {
        var next = afterTyping("company", "Typed in the tunnel", "phone", "123");
        next.addInitScript(AS_SOON_AS_IT_IS_THERE);
        next.navigate("/records/contacts/" + contact.id());

        assertThat(input(next, "company")).hasValue("Typed in the tunnel");
        assertThat(input(next, "phone")).hasValue("456");
        save(next);
        assertThat(toast(next)).containsText("Saved");
        assertThat(stored("phone")).isEqualTo("456");
    }

    @Test
    void what_was_saved_and_waits_for_a_decision_is_not_typed_in_again() {
        var page = open("user");
        input(page, "phone").fill("mine");
        change("phone", "theirs");
        // at once, so that one answer takes the typing and leads to the conflict
        page.evaluate(
                """
                () => {
                  const phone = document.querySelector('[data-box=phone] input');
                  phone.value = 'mine too';
                  phone.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
                  [...document.querySelectorAll('vaadin-button')]
                      .find(one => one.textContent.trim() === 'Save').click();
                }
                """);
        page.waitForURL("**/conflicts/**");

        page.navigate("/records/contacts/" + contact.id());

        assertThat(page.locator(".record-form")).containsText("waits for a decision");
        awaitAnswer(page);
        assertThat(input(page, "phone")).hasValue("theirs");
        assertThat(page.locator(".note-draft")).not().isVisible();
    }

    @Test
    void a_lost_connection_is_told_in_a_banner_that_leaves_the_focus_where_it_was() {
        var page = open("user");
        input(page, "company").click();

        page.context().setOffline(true);

        var banner = page.locator(".connection-banner");
        assertThat(banner).hasText("Connection lost. Your typing is kept.");
        assertThat(banner).isVisible();
        assertThat(input(page, "company")).isFocused();
        page.keyboard().type("!");
        assertThat(input(page, "company")).isFocused();

        page.context().setOffline(false);

        assertThat(page.locator("html")).hasAttribute("data-connection", "live");
        assertThat(banner).hasText("");
        assertThat(banner).not().isVisible();
        assertThat(input(page, "company")).isFocused();
        assertThat(box(page, "company")).hasClass(TOUCHED);
        save(page);
        assertThat(toast(page)).containsText("Saved");
        assertThat(stored("company")).contains("!");
    }

    /// A new tab, after typing that without a connection into another one and closing it.
    private Page afterTyping(String... fieldsAndTexts) {
        var page = open("user");
        var browser = page.context();
        browser.setOffline(true);
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            input(page, fieldsAndTexts[i]).fill(fieldsAndTexts[i + 1]);
        }
        page.close();
        browser.setOffline(false);
        return browser.newPage();
    }
}
