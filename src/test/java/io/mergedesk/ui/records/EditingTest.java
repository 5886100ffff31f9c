package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditingTest {

    private static final FieldName NAME = new FieldName("name");
    private static final FieldName PHONE = new FieldName("phone");
    private static final FieldName CREDIT = new FieldName("credit");

    private final World world = RecordsWorld.inMemory();
    private Entity contact = world.create(ANNA, "name", "Depot", "phone", "1");
    private Editing editing = Editing.of(world.types.get(CONTACTS), contact, world.clock);

    @BeforeEach
    void open() {
        editing = Editing.of(world.types.get(CONTACTS), contact, world.clock);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void typing_what_is_stored_takes_the_edit_back() {
        editing.type(PHONE, "2");
        editing.type(PHONE, " 1 ");

        assertThat(editing.typed()).isEmpty();
    }

    @Test
    void a_field_that_only_others_changed_is_news_and_not_contested() {
        editing.type(NAME, "My depot");

        var news = follow("phone", "2");

        assertThat(news.updated()).extracting(Theirs::field).containsExactly(PHONE);
        assertThat(news.contested()).isEmpty();
        assertThat(editing.text(PHONE)).isEqualTo("2");
        assertThat(editing.text(NAME)).isEqualTo("My depot");
        assertThat(editing.base()).isEqualTo(new Revision(2));
    }

    @Test
    void a_field_that_both_changed_is_contested_and_keeps_what_i_typed() {
        editing.type(PHONE, "3");

        var news = follow("phone", "2");

        assertThat(news.contested()).extracting(Theirs::by).containsExactly(BEN.id());
        assertThat(editing.text(PHONE)).isEqualTo("3");
        assertThat(save()).isInstanceOf(SaveOutcome.Contested.class);
    }

    @Test
    void after_keeping_mine_a_save_overwrites_only_what_i_have_seen() {
        editing.type(PHONE, "3");
        follow("phone", "2");
        editing.keepMine(PHONE);

        assertThat(save()).isInstanceOf(SaveOutcome.Applied.class);
    }

    @Test
    void after_keeping_mine_a_later_change_of_theirs_is_asked_about_again() {
        editing.type(PHONE, "3");
        follow("phone", "2");
        editing.keepMine(PHONE);

        var news = follow("phone", "4");

        assertThat(news.contested()).hasSize(1);
        assertThat(save()).isInstanceOf(SaveOutcome.Contested.class);
    }

    @Test
    void one_undecided_field_holds_back_the_save_of_all() {
        editing.type(PHONE, "3");
        editing.type(NAME, "Mine");
        follow("phone", "2", "name", "Theirs");
        editing.keepMine(PHONE);

        assertThat(editing.undecided()).containsOnlyKeys(NAME);
        assertThat(save()).isInstanceOf(SaveOutcome.Contested.class);

        editing.takeTheirs(NAME);

        assertThat(save()).isInstanceOf(SaveOutcome.Applied.class);
        assertThat(World.text(now(), "name")).isEqualTo("Theirs");
        assertThat(World.text(now(), "phone")).isEqualTo("3");
    }

    @Test
    void typing_begun_before_their_change_could_be_seen_is_contested() {
        follow("phone", "2");

        editing.type(PHONE, "3");

        assertThat(editing.undecided()).containsOnlyKeys(PHONE);
        assertThat(save()).isInstanceOf(SaveOutcome.Contested.class);
    }

    @Test
    void both_typing_the_same_is_no_contest() {
        editing.type(PHONE, "2");

        var news = follow("phone", "2");

        assertThat(news.contested()).isEmpty();
        assertThat(editing.typed()).isEmpty();
    }

    @Test
    void a_contest_ends_when_they_take_their_change_back() {
        editing.type(PHONE, "3");
        follow("phone", "2");

        follow("phone", "1");

        assertThat(editing.undecided()).isEmpty();
        assertThat(save()).isInstanceOf(SaveOutcome.Applied.class);
    }

    @Test
    void what_cannot_be_read_stays_typed_and_is_named() {
        editing.type(CREDIT, "twelve");

        assertThat(editing.problems()).containsOnlyKeys(CREDIT);
        assertThat(editing.problems().get(CREDIT)).startsWith("Credit: expected a number");
        assertThat(editing.text(CREDIT)).isEqualTo("twelve");
        assertThat(editing.patch().isEmpty()).isTrue();
    }

    private News follow(String... namesAndTexts) {
        var known = editing.known();
        world.update(BEN, contact.id(), now().revision().number(), namesAndTexts);
        contact = now();
        return editing.follow(contact, world.service.changesSince(contact.id(), known, ANNA));
    }

    private Entity now() {
        return world.service.find(contact.id(), ANNA).orElseThrow();
    }

    private SaveOutcome save() {
        return world.save(new Edit.Update(contact.id(), editing.base(), editing.patch()), ANNA);
    }
}
