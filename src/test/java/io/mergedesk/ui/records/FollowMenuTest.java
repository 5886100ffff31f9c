package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Following a record from its form, without a browser.
class FollowMenuTest extends RecordsScreenTest {

    @Autowired private DeskWorld desk;

    @Test
    void a_record_is_followed_muted_and_let_go() {
        var contact = contact("Ann");
        open(contact);
        assertThat(label()).startsWith("Follow:");

        choose("Follow: also what others change");

        assertThat(desk.followings.of(contact.id(), ANNA)).contains(Attention.FOLLOW);
        assertThat(label()).startsWith("Following:");
        assertThat(text()).contains("You follow this record");
        choose("Mute: only what is about you");
        assertThat(desk.followings.of(contact.id(), ANNA)).contains(Attention.MUTE);
        assertThat(label()).startsWith("Muted:");
        choose("As usual: what concerns you");
        assertThat(desk.followings.of(contact.id(), ANNA)).contains(Attention.USUAL);
        assertThat(label()).startsWith("Follow:");
    }

    @Test
    void opening_the_form_reads_what_others_changed() {
        var contact = contact("Ann");
        desk.followings.set(contact.id(), Attention.FOLLOW, ANNA);
        World.applied(world.update(BEN, contact.id(), 1, "phone", "1"));
        assertThat(unread(contact)).isTrue();

        open(contact);

        assertThat(unread(contact)).isFalse();
        assertThat(label()).startsWith("Following:");
    }

    @Test
    void a_new_record_cannot_be_followed_before_it_is_there() {
        UI.getCurrent().navigate("records/contacts/new");

        assertThat(find(FollowMenu.class).all()).isEmpty();
    }

    private boolean unread(Entity contact) {
        return desk.inbox.latest(ANNA, Optional.empty(), 100).stream()
                .anyMatch(entry -> entry.entity().equals(contact.id()) && entry.unread());
    }

    private MenuItem root() {
        return find(FollowMenu.class).single().getItems().getFirst();
    }

    private String label() {
        return root().getAriaLabel().orElseThrow();
    }

    private void choose(String words) {
        var choice =
                root().getSubMenu().getItems().stream()
                        .filter(item -> item.getText().equals(words))
                        .findFirst()
                        .orElseThrow();
        ComponentUtil.fireEvent(choice, new ClickEvent<>(choice));
    }
}
