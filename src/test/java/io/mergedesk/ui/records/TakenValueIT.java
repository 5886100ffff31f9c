package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Two people enter the same thing: the second one is led to the first, and loses nothing.
class TakenValueIT extends DemoBrowserTest {

    private static final TypeName BAYS = new TypeName("bays");

    @Test
    void whoever_creates_it_second_keeps_what_they_typed_and_is_led_to_the_first() {
        if (types.find(BAYS).isEmpty()) {
            types.create(bays(), ADMIN);
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        var page = signedIn("user", "records/bays/new");
        page.locator("[data-box=name] input").fill("Cold bay");
        page.locator("[data-box=phone] input").fill(number);
        assertThat(page.locator("[data-box=phone].field-touched")).isVisible();
        var first = bay("Northern bay", number);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();

        assertThat(page.locator(".form-notices"))
                .containsText("Northern bay has this Phone already. What you typed is kept here.");
        assertThat(page.locator("[data-box=name] input")).hasValue("Cold bay");
        assertThat(page.locator("[data-box=phone] input")).hasValue(number);
        screenshot(page, "records-taken");
        page.locator(".taken-by").click();
        page.waitForURL(Pattern.compile(".*/records/bays/" + first.id() + ".*"));
        page.navigate("/records/bays/new");
        assertThat(page.locator("[data-box=name] input")).hasValue("Cold bay");
    }

    private Entity bay(String name, String phone) {
        var edit = new Edit.Create(BAYS, patch("name", name, "phone", phone));
        return switch (entities.save(edit, Author.of(SUPERVISOR, Origin.UI))) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome other -> throw new AssertionError("expected a written edit: " + other);
        };
    }

    private static TypeDefinition bays() {
        return new TypeDefinition(
                BAYS,
                "Bays",
                "Bay",
                List.of(
                        FieldDefinition.of(new FieldName("name"), "Name", FieldKind.TEXT)
                                .asRequired(),
                        FieldDefinition.of(new FieldName("phone"), "Phone", FieldKind.TEXT)
                                .asUnique()),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }
}
