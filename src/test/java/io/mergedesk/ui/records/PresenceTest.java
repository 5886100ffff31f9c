package io.mergedesk.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final EntityId DEPOT = new EntityId(new UUID(1, 1));
    private static final EntityId KIOSK = new EntityId(new UUID(2, 2));

    private final Presence presence = new Presence();

    @Test
    void others_are_seen_where_they_are_and_i_am_not() {
        enter(ANNA, "Anna", CONTACTS);
        var ben = enter(BEN, "Ben", CONTACTS);
        ben.move(CONTACTS, Optional.of(DEPOT), true);

        assertThat(presence.at(CONTACTS, ANNA)).extracting(Presence.Here::name).containsOnly("Ben");
        assertThat(presence.at(DEPOT, ANNA)).extracting(Presence.Here::editing).containsOnly(true);
        assertThat(presence.at(DEPOT, BEN)).isEmpty();
    }

    @Test
    void somebody_with_two_pages_is_seen_once_and_as_the_one_who_edits() {
        enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(DEPOT), false);
        enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(DEPOT), true);

        assertThat(presence.at(DEPOT, ANNA))
                .extracting(Presence.Here::editing)
                .containsExactly(true);
    }

    @Test
    void each_open_record_is_told_with_its_people_and_without_me() {
        enter(ANNA, "Anna", CONTACTS).move(CONTACTS, Optional.of(DEPOT), true);
        enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(DEPOT), false);
        enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(KIOSK), false);
        enter(BEN, "Ben", CONTACTS);
        enter(BEN, "Ben", new TypeName("depots"))
                .move(new TypeName("depots"), Optional.of(new EntityId(new UUID(3, 3))), true);

        var seen = presence.byEntity(CONTACTS, ANNA);

        assertThat(seen).containsOnlyKeys(DEPOT, KIOSK);
        assertThat(seen.get(DEPOT))
                .extracting(Presence.Here::words)
                .containsExactly("Ben is looking");
    }

    @Test
    void whoever_does_not_answer_any_more_is_not_seen() {
        var answers = new AtomicBoolean(true);
        presence.enter(BEN, "Ben", CONTACTS, answers::get).move(CONTACTS, Optional.of(DEPOT), true);
        assertThat(presence.at(DEPOT, ANNA)).hasSize(1);

        answers.set(false);

        assertThat(presence.at(DEPOT, ANNA)).isEmpty();
        assertThat(presence.byEntity(CONTACTS, ANNA)).isEmpty();
    }

    @Test
    void whoever_leaves_is_gone_and_all_are_told() {
        var told = new AtomicInteger();
        var listening = presence.onChange(told::incrementAndGet);
        var ben = enter(BEN, "Ben", CONTACTS);

        ben.close();
        listening.close();
        enter(BEN, "Ben", CONTACTS);

        assertThat(told).hasValue(2);
    }

    private Presence.Seat enter(UserId id, String name, TypeName type) {
        return presence.enter(id, name, type, () -> true);
    }
}
