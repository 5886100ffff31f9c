package io.mergedesk.ui.merge;

import static io.mergedesk.entities.World.BEN;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The merge screen without a browser: Ben was there first, Anna's edit waits.
@SpringBootTest(
        classes = MergeScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
abstract class MergeScreenTest extends ScreenTest {

    @Autowired World world;

    private @Nullable Entity contact;

    Entity create(String... fieldsAndTexts) {
        var created = world.create(BEN, fieldsAndTexts);
        contact = created;
        return created;
    }

    Entity contact() {
        return Objects.requireNonNull(contact, "create one first");
    }

    void change(Actor actor, String... fieldsAndTexts) {
        var now = now();
        contact =
                World.applied(
                        world.update(actor, now.id(), now.revision().number(), fieldsAndTexts));
    }

    Conflict park(Actor actor, String... fieldsAndTexts) {
        return world.park(actor, contact().id(), 1, fieldsAndTexts);
    }

    Entity now() {
        return world.service.find(contact().id(), World.ADMIN).orElseThrow();
    }

    String stored(String field) {
        return World.text(now(), field);
    }

    ConflictNow conflict(Conflict conflict) {
        return world.conflicts.find(conflict.id(), World.ADMIN).orElseThrow();
    }

    void open(Conflict conflict, String account, Role role) {
        ScreenWorld.signIn(account, role);
        UI.getCurrent().navigate("conflicts/" + conflict.id());
    }

    void openFromRecord(Conflict conflict, String account, Role role) {
        ScreenWorld.signIn(account, role);
        UI.getCurrent()
                .navigate("conflicts/" + conflict.id(), QueryParameters.of("from", "record"));
    }

    QuestionRow row(String field) {
        return find(QuestionRow.class)
                .withCondition(row -> row.question().isOf(new FieldName(field)))
                .single();
    }

    /// Asking for a component lets in what waits for the page.
    @Override
    protected String text() {
        var toasts = toasts();
        return super.text() + toasts;
    }
}
