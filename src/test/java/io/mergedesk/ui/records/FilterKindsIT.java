package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Filters of every kind of field, built with the mouse in a real browser.
class FilterKindsIT extends DemoBrowserTest {

    private static final TypeName CRATES = new TypeName("crates");

    private static final List<FieldDefinition> FIELDS =
            List.of(
                    field("name", FieldKind.TEXT),
                    field("weight", FieldKind.NUMBER),
                    field("price", FieldKind.MONEY),
                    field("packed", FieldKind.DATE),
                    field("seen", FieldKind.DATE_TIME),
                    field("fragile", FieldKind.YES_NO),
                    field("state", FieldKind.CHOICE).choosing(List.of("full", "empty")),
                    field("tags", FieldKind.CHOICES).choosing(List.of("cold", "dry", "high")),
                    field("depot", FieldKind.REFERENCE).referringTo(DEPOTS),
                    field("keeper", FieldKind.PERSON),
                    field("mail", FieldKind.EMAIL),
                    field("site", FieldKind.URL));

    @Test
    void every_kind_is_narrowed_by_what_fits_it() {
        thereAreCrates();
        var page = signedIn("user", "records/crates");

        shows(page, "Apples", "Bricks", "Cups");
        narrow(page, "weight", "is at least", text("10.5"));
        shows(page, "Bricks", "Cups");
        narrow(page, "weight", "is at most", text("20"));
        shows(page, "Bricks");
        screenshot(page, "records-filters");
        all(page);
        narrow(page, "price", "is at least", text("99.90"));
        shows(page, "Cups");
        all(page);
        narrow(page, "packed", "is up to", text("2026-03-01"));
        shows(page, "Apples", "Bricks");
        all(page);
        narrow(page, "packed", "is from", text("2026-03-01"));
        shows(page, "Bricks", "Cups");
        all(page);
        narrow(page, "seen", "is from", value -> moment(value, "2026-03-01", "13:00"));
        shows(page, "Bricks", "Cups");
        all(page);
        narrow(page, "fragile", "is", choice("Yes"));
        shows(page, "Cups");
        all(page);
        narrow(page, "state", "is not", choice("empty"));
        shows(page, "Apples", "Cups");
        all(page);
        narrow(page, "tags", "has", choice("dry"));
        shows(page, "Bricks", "Cups");
        all(page);
        narrow(page, "tags", "does not have", choice("dry"));
        shows(page, "Apples");
        all(page);
        narrow(page, "depot", "is", choice("Crate depot"));
        shows(page, "Apples");
        all(page);
        narrow(page, "keeper", "is", choice("Sven Supervisor"));
        shows(page, "Bricks");
        all(page);
        narrow(page, "mail", "starts with", text("c@"));
        shows(page, "Cups");
        all(page);
        narrow(page, "site", "is empty", _ -> {});
        shows(page, "Bricks", "Cups");
        // the address follows the list
        assertThat(page).hasURL(Pattern.compile("filter=site"));
        page.reload();
        shows(page, "Bricks", "Cups");
    }

    @Test
    void a_value_that_does_not_fit_is_told_in_the_editor_and_nothing_is_narrowed() {
        thereAreCrates();
        var page = signedIn("user", "records/crates");

        narrow(page, "weight", "is at least", text("heavy"));

        assertThat(page.locator("vaadin-popover[opened]")).containsText("Expected a number");
        shows(page, "Apples", "Bricks", "Cups");
    }

    private void thereAreCrates() {
        if (types.find(CRATES).isPresent()) {
            return;
        }
        types.create(
                new TypeDefinition(
                        CRATES, "Crates", "Crate", FIELDS, MergeStrategy.FIELD_LEVEL_MERGE),
                ADMIN);
        var depot = create(USER, Origin.UI, "name", "Crate depot").id().toString();
        crate(
                "name=Apples",
                "weight=9.5",
                "price=12.00 GBP",
                "packed=2026-02-28",
                "seen=2026-03-01T11:59:00Z",
                "fragile=no",
                "state=full",
                "tags=cold",
                "depot=" + depot,
                "site=https://example.org");
        crate(
                "name=Bricks",
                "weight=10.5",
                "price=99.80 GBP",
                "packed=2026-03-01",
                "seen=2026-03-01T12:00:00Z",
                "fragile=no",
                "state=empty",
                "tags=dry",
                "keeper=supervisor",
                "mail=b@example.org");
        crate(
                "name=Cups",
                "weight=120",
                "price=99.90 GBP",
                "packed=2026-03-02",
                "seen=2026-03-02T08:00:00Z",
                "fragile=yes",
                "state=full",
                "tags=dry; high",
                "mail=c@example.org");
    }

    private void crate(String... values) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (var value : values) {
            var parts = value.split("=", 2);
            var field =
                    FIELDS.stream()
                            .filter(one -> one.name().value().equals(parts[0]))
                            .findFirst()
                            .orElseThrow();
            if (FieldText.read(field.kind(), parts[1]) instanceof Reading.Value(var read)) {
                patch.put(field.name(), Optional.of(read));
            }
        }
        save(new Edit.Create(CRATES, new Patch(patch)), USER, Origin.UI);
    }

    private static FieldDefinition field(String name, FieldKind kind) {
        return FieldDefinition.of(new FieldName(name), name, kind);
    }

    /// Adds a filter; `fill` gets the place where its value is asked for.
    private static void narrow(Page page, String field, String operator, Consumer<Locator> fill) {
        page.getByRole(AriaRole.BUTTON, named("Filter")).click();
        choose(page.getByLabel("Field", new Page.GetByLabelOptions().setExact(true)), field);
        page.locator(".filter-form vaadin-select").click();
        page.getByRole(AriaRole.OPTION, named(operator)).click();
        // the place for the value comes with the operator's answer
        awaitAnswer(page);
        fill.accept(page.locator(".filter-form > div"));
        page.getByRole(AriaRole.BUTTON, named("Add filter")).click();
    }

    private static Consumer<Locator> text(String text) {
        return value -> value.locator("input").first().fill(text);
    }

    private static Consumer<Locator> choice(String label) {
        return value -> choose(value.locator("input"), label);
    }

    private static void moment(Locator value, String date, String time) {
        value.locator("input").first().fill(date);
        value.locator("input").last().fill(time);
        value.locator("input").last().press("Tab");
    }

    private static void choose(Locator input, String label) {
        input.click();
        input.fill(label);
        input.page().getByRole(AriaRole.OPTION, named(label)).first().click();
    }

    /// Takes away what narrows the list.
    private static void all(Page page) {
        page.locator(".chips vaadin-button").last().click();
        shows(page, "Apples", "Bricks", "Cups");
    }

    private static void shows(Page page, String... names) {
        assertThat(page.locator("vaadin-grid .cell-line:visible")).hasText(names);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
