package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.DemoBrowserTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What people complain about in other programs, so far as no other test has it: useless messages,
/// wrong bases, false conflicts with oneself, locks that stay, an undo of others' work, gaps in the
/// audit, and histories that tell too much.
class ComplaintsIT extends DemoBrowserTest {

    @Test
    void the_message_names_who_when_and_what_and_one_thing_to_do() {
        var depot = depot();
        var user = open("user", depot);
        type(user, "phone", "9");

        change(SUPERVISOR, depot, "phone", "2");

        assertThat(user.locator(".form-notices"))
                .containsText(Pattern.compile("Sven Supervisor .*Phone"));
        save(user);
        assertThat(user).hasURL(Pattern.compile("/conflicts/"));
        assertThat(user.locator(".clock-note"))
                .containsText(Pattern.compile("Sven Supervisor.*\\d\\d:\\d\\d"));
        assertThat(user.locator(".row-sentence"))
                .hasText("You changed Phone to “9”. Sven Supervisor changed it to “2”.");
        assertThat(user.locator(".merge vaadin-button[theme~=primary]")).hasCount(1);
    }

    @Test
    void the_base_is_what_one_opened_not_what_was_there_just_before() {
        var depot = depot();
        var user = open("user", depot);
        type(user, "phone", "9");
        change(SUPERVISOR, depot, "phone", "2");
        change(SUPERVISOR, depot, "phone", "3");
        assertThat(user.locator(".field-contested")).isVisible();

        save(user);

        assertThat(user.locator(".row-sentence"))
                .hasText("You changed Phone to “9”. Sven Supervisor changed it to “3”.");
        user.locator("[data-row=phone]").focus();
        user.keyboard().press("b");
        assertThat(user.locator("[data-row=phone] .cell.was")).containsText("1");
    }

    @Test
    void one_is_in_no_conflict_with_oneself_in_another_tab() {
        var depot = depot();
        var one = open("user", depot);
        var other = one.context().newPage();
        other.navigate("/records/depots/" + depot.id());
        type(other, "phone", "9");
        type(one, "city", "Lyon");
        save(one);
        assertThat(toast(one)).containsText("Saved");
        assertThat(box(other, "city")).hasValue("Lyon");

        save(other);

        assertThat(toast(other)).containsText("Saved");
        assertThat(text(depot, "phone")).isEqualTo("9");
        assertThat(text(depot, "city")).isEqualTo("Lyon");
    }

    @Test
    void nobody_is_locked_out_by_whoever_left_a_form_open() {
        var depot = depot();
        var gone = open("user", depot);
        type(gone, "phone", "9");
        var supervisor = open("supervisor", depot);
        gone.context().close();

        type(supervisor, "phone", "2");
        save(supervisor);

        assertThat(toast(supervisor)).containsText("Saved");
        assertThat(text(depot, "phone")).isEqualTo("2");
    }

    @Test
    void undo_takes_back_no_work_of_others() {
        var depot = depot();
        change(USER, depot, "phone", "2");
        var page = signedIn("user", "records/depots/" + depot.id() + "/history?rev=2");
        page.getByRole(AriaRole.BUTTON, named("Restore Phone to 1")).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore"))
                .last()
                .click();
        assertThat(toast(page)).containsText("Restored as v3.");
        change(SUPERVISOR, depot, "phone", "5");

        page.getByRole(AriaRole.BUTTON, named("Undo")).click();

        assertThat(toast(page).last()).containsText("Nothing was written");
        assertThat(text(depot, "phone")).isEqualTo("5");
    }

    @Test
    void what_programs_and_imports_do_is_in_the_audit_like_all_else() {
        var word = "w" + UUID.randomUUID().toString().substring(0, 8);
        var page = signedIn("admin", "records/depots");
        var answer =
                page.request()
                        .post(
                                "/api/v1/types/depots/import",
                                RequestOptions.create()
                                        .setHeader("Content-Type", "text/csv")
                                        .setHeader("Authorization", basic("user"))
                                        .setData(
                                                "name,city\n"
                                                        + word
                                                        + " 1,Lyon\n"
                                                        + word
                                                        + " 2,\n"));
        assertThat(answer.status()).isEqualTo(200);

        page.navigate("/audit?type=depots&origin=import&q=" + word);

        var timeline = page.locator(".timeline");
        assertThat(timeline).containsText("Uma User");
        assertThat(timeline).containsText("2");
        page.navigate("/audit?action=import-finished");
        assertThat(page.locator(".entry").first()).isVisible();
    }

    @Test
    void a_history_tells_nothing_of_a_record_that_one_may_not_see() {
        var hidden = ofATeam(depot());

        var page = signedIn("user", "records/depots/" + hidden.id() + "/history");

        assertThat(page.locator("h1")).containsText("There is nothing here");
        assertThat(page.locator("body")).not().containsText(text(hidden, "name"));
    }

    private Entity depot() {
        return create(USER, Origin.UI, "name", "Depot " + UUID.randomUUID(), "phone", "1");
    }

    private Entity ofATeam(Entity depot) {
        var team = Patch.of(Map.of(FieldName.TEAM, Optional.of(new FieldValue.Text("north"))));
        return switch (entities.save(
                new Edit.Update(depot.id(), depot.revision(), team), Author.of(ADMIN, Origin.UI))) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome other -> throw new AssertionError("expected a written edit: " + other);
        };
    }

    private Page open(String account, Entity depot) {
        var page = signedIn(account, "records/depots/" + depot.id());
        assertThat(page.locator(".record-form")).isVisible();
        assertThat(page.locator("html")).hasAttribute("data-connection", "live");
        return page;
    }

    private static Locator box(Page page, String field) {
        return page.locator("[data-box=" + field + "] input");
    }

    private static void type(Page page, String field, String text) {
        box(page, field).fill(text);
        assertThat(page.locator("[data-box=" + field + "].field-touched")).isVisible();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Save").setExact(true)).click();
    }

    private static Locator toast(Page page) {
        return page.locator("vaadin-notification-card");
    }

    private static String basic(String account) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
