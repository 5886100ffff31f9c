package io.mergedesk.ui.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.popover.Popover;
import io.mergedesk.common.Role;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The bell of somebody who follows a record, without a browser.
@SpringBootTest(
        classes = DeskScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
class BellTest extends ScreenTest {

    @Autowired private DeskWorld desk;
    @Autowired private DeskServices services;

    private final String name = "Quay " + UUID.randomUUID();
    private Entity entity;
    private Bell bell;
    private int before;

    @BeforeEach
    void annaFollowsARecord() {
        ScreenWorld.signIn("anna", Role.USER);
        UI.getCurrent().navigate("nowhere");
        entity = desk.world.create(ANNA, "name", name);
        desk.followings.set(entity.id(), Attention.FOLLOW, ANNA);
        bell = new Bell(services);
        UI.getCurrent().add(bell);
        before = desk.inbox.unread(ANNA);
    }

    @Test
    void what_others_change_rings_once_however_much_it_is() {
        for (int i = 1; i <= 20; i++) {
            World.applied(desk.world.update(BEN, entity.id(), i, "phone", "" + i));
        }

        eventually(() -> assertThat(text(bell)).contains(before + 1 + " unread notice"));
        open();
        eventually(() ->
                assertThat(text(bell))
                        .contains("ben changed Phone of  " + name + "  since your last visit."));
        assertThat(desk.inbox.unread(ANNA)).isZero();
    }

    @Test
    void following_and_muting_is_heard_at_once() {
        World.applied(desk.world.update(BEN, entity.id(), 1, "phone", "1"));
        eventually(() -> assertThat(text(bell)).contains(before + 1 + " unread notice"));

        desk.followings.set(entity.id(), Attention.MUTE, ANNA);

        eventually(() -> assertThat(text(bell)).doesNotContain(before + 1 + " unread notice"));
        World.applied(desk.world.update(BEN, entity.id(), 2, "phone", "2"));
        open();
        assertThat(text(bell)).doesNotContain(name);
    }

    private void open() {
        bell.getChildren()
                .filter(Popover.class::isInstance)
                .forEach(popover -> ((Popover) popover).open());
        roundTrip();
    }
}
