package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.TeamService;
import io.mergedesk.ui.DemoBrowserTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Markup in everything that anybody may name (records, types, fields, choices, people, teams,
/// files, views) is text on every screen.
class HostileScreensIT extends DemoBrowserTest {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final String SECRET = "correct horse battery staple";
    private static final FieldName NAME = new FieldName("name");
    private static final FieldName STATE = new FieldName("state");

    @Autowired private PeopleService people;
    @Autowired private TeamService teams;

    private final TypeName type = new TypeName("h" + UUID.randomUUID().toString().substring(0, 8));
    private final String account = "h" + UUID.randomUUID();
    private final List<String> dialogs = new ArrayList<>();

    @Test
    void markup_is_text_on_every_screen() {
        thereIsSomebodyHostile();
        thereIsAHostileType();
        var record = hostileRecord();
        var page = watched(newVisitor());
        page.navigate("/types");
        signIn(page, account, SECRET);

        shows(page, ".type-table", MARKUP);
        page.navigate("/types/" + type);
        shows(page, ".field-list", MARKUP);
        page.getByRole(AriaRole.BUTTON, named("Edit " + MARKUP).setExact(true)).first().click();
        shows(page, "vaadin-dialog[opened]", "Edit " + MARKUP);

        page.navigate("/people");
        page.getByLabel("Find a person").fill("onerror");
        shows(page, ".people-grid", MARKUP);
        shows(page, ".teams-panel", MARKUP);

        page.navigate("/records/" + type + "?filter=state:eq:" + MARKUP.replace(" ", "+"));
        shows(page, ".record-grid", MARKUP);
        shows(page, ".filter-bar .chips", MARKUP);
        saveView(page);

        var other = watched(signedIn("supervisor", "records/" + type + "/" + record.id()));
        page.navigate("/records/" + type + "/" + record.id());
        shows(page, ".form-title", MARKUP);
        assertThat(other.locator("row-people").first())
                .hasAttribute("aria-label", MARKUP + " is looking");
        page.locator("[data-box=name] input").fill(MARKUP + " 2");
        page.getByRole(AriaRole.BUTTON, named("Save").setExact(true)).click();
        shows(page, "vaadin-notification-card", "Saved");
        shows(other, ".note-changed", MARKUP + " changed 1 field");

        page.navigate("/records/" + type + "/" + record.id() + "/history?compare=1..2");
        shows(page, "h1", MARKUP + " 2");
        shows(page, ".history-page table", MARKUP);
        page.navigate("/events");
        shows(page, ".event-stream", "of " + MARKUP + " 2");

        page.navigate("/import?type=" + type);
        importFile(page);
        shows(page, ".import-page", MARKUP + ".csv");
        shows(page, ".import-page", "found “" + FORMULA + "”");
        assertNothingRan(other);
    }

    private void importFile(Page page) {
        var rows = "name;weight\n" + MARKUP + ";1\nb;" + FORMULA + "\n";
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                MARKUP + ".csv",
                                "text/csv",
                                rows.getBytes(StandardCharsets.UTF_8)));
        shows(page, ".import-page", MARKUP);
        page.getByRole(AriaRole.BUTTON, named("Check").setExact(true)).click();
        page.locator(".import-card vaadin-button[theme~='primary']").click();
        shows(page, "h2", "Imported");
    }

    private void saveView(Page page) {
        page.getByRole(AriaRole.MENUITEM, named("Views").setExact(true)).click();
        page.getByRole(AriaRole.MENUITEM, named("Save this view …").setExact(true)).click();
        page.locator("vaadin-confirm-dialog").getByLabel("Name").fill(MARKUP);
        page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
        page.getByRole(AriaRole.MENUITEM, named("Views").setExact(true)).click();
        assertThat(page.getByRole(AriaRole.MENUITEM, named(MARKUP).setExact(true))).isVisible();
        assertNothingRan(page);
    }

    private void shows(Page page, String place, String text) {
        assertThat(page.locator(place).first()).containsText(text);
        assertNothingRan(page);
    }

    private void assertNothingRan(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(dialogs).isEmpty();
    }

    private Page watched(Page page) {
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void thereIsSomebodyHostile() {
        teams.create(ADMIN, type.value());
        teams.rename(ADMIN, new TeamId(type.value()), MARKUP);
        var somebody = new NewPerson(account, MARKUP, Role.ADMIN, Set.of(), SECRET);
        assertThat(people.create(ADMIN, somebody)).isInstanceOf(PeopleOutcome.Done.class);
    }

    private void thereIsAHostileType() {
        types.create(
                new TypeDefinition(
                        type,
                        MARKUP,
                        MARKUP,
                        List.of(
                                FieldDefinition.of(NAME, MARKUP, FieldKind.TEXT).withHelp(MARKUP),
                                FieldDefinition.of(STATE, MARKUP + " state", FieldKind.CHOICE)
                                        .choosing(List.of(MARKUP, FORMULA))
                                        .grouped(MARKUP),
                                FieldDefinition.of(
                                        new FieldName("weight"), "weight", FieldKind.NUMBER)),
                        MergeStrategy.FIELD_LEVEL_MERGE),
                ADMIN);
    }

    private Entity hostileRecord() {
        var values =
                Patch.of(
                        Map.of(
                                NAME, Optional.of(new FieldValue.Text(MARKUP)),
                                STATE, Optional.of(new FieldValue.Text(MARKUP))));
        return switch (save(new Edit.Create(type, values), USER, Origin.UI)) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome other -> throw new AssertionError("expected a record: " + other);
        };
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
