package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.AppBrowserTest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A contact on the screen, in real browsers, and what is stored of it.
abstract class RecordsBrowserTest extends AppBrowserTest {

    static final TypeName CONTACTS = new TypeName("contacts");
    static final Actor SUPERVISOR = new Actor(new UserId("supervisor"), Role.SUPERVISOR, Set.of());
    static final Pattern TOUCHED = Pattern.compile("field-touched");

    @Autowired EntityService entities;
    Entity contact;

    @BeforeEach
    void aContact() {
        contact =
                written(
                        new Edit.Create(
                                CONTACTS,
                                patch("name", "Aa depot", "phone", "1", "company", "Old SARL")));
    }

    /// All browser tests share one list: it must not grow out of sight.
    @AfterEach
    void noContact() {
        entities.find(contact.id(), SUPERVISOR)
                .filter(now -> !now.deleted())
                .ifPresent(now -> written(new Edit.Delete(now.id(), now.revision())));
    }

    Page open(String account) {
        var page = signedIn(account, "records/contacts/" + contact.id());
        assertThat(page.locator(".record-form")).isVisible();
        assertThat(page.locator("html")).hasAttribute("data-connection", "live");
        return page;
    }

    static Locator box(Page page, String field) {
        return page.locator("[data-box=" + field + "]");
    }

    static Locator input(Page page, String field) {
        return box(page, field).locator("input");
    }

    /// Types it and waits until the server knows.
    static void type(Page page, String field, String text) {
        input(page, field).fill(text);
        assertThat(box(page, field)).hasClass(TOUCHED);
    }

    static Locator toast(Page page) {
        return page.locator("vaadin-notification-card");
    }

    static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Save").setExact(true)).click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    void change(String... namesAndTexts) {
        var now = entities.find(contact.id(), SUPERVISOR).orElseThrow();
        contact = written(new Edit.Update(now.id(), now.revision(), patch(namesAndTexts)));
    }

    Entity written(Edit edit) {
        return switch (entities.save(edit, Author.of(SUPERVISOR, Origin.UI))) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome other -> throw new AssertionError("expected a written edit: " + other);
        };
    }

    /// From now on the record whose form is open is the one that is looked at.
    void look(Page page) {
        var id = page.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        contact = entities.find(EntityId.parse(id), SUPERVISOR).orElseThrow();
    }

    String stored(String field) {
        return stored(contact.id(), field);
    }

    String stored(EntityId id, String field) {
        return entities.find(id, SUPERVISOR)
                .flatMap(now -> now.values().find(new FieldName(field)))
                .map(FieldText::write)
                .orElse("");
    }

    static Patch patch(String... namesAndTexts) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            patch.put(
                    new FieldName(namesAndTexts[i]),
                    Optional.of(new FieldValue.Text(namesAndTexts[i + 1])));
        }
        return new Patch(patch);
    }
}
