package io.mergedesk.ui.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final EntityId DEPOT = new EntityId(new UUID(1, 1));

    private final Presence presence = new Presence();

    @Test
    void others_are_seen_where_they_are_and_i_am_not() {
        presence.enter(ANNA, "Anna", CONTACTS);
        var ben = presence.enter(BEN, "Ben", CONTACTS);
        ben.move(CONTACTS, Optional.of(DEPOT), true);

        assertThat(presence.at(CONTACTS, ANNA)).extracting(Presence.Here::name).containsOnly("Ben");
        assertThat(presence.at(DEPOT, ANNA)).extracting(Presence.Here::editing).containsOnly(true);
        assertThat(presence.at(DEPOT, BEN)).isEmpty();
    }

    @Test
    void somebody_with_two_pages_is_seen_once_and_as_the_one_who_edits() {
        presence.enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(DEPOT), false);
        presence.enter(BEN, "Ben", CONTACTS).move(CONTACTS, Optional.of(DEPOT), true);

        assertThat(presence.at(DEPOT, ANNA))
                .extracting(Presence.Here::editing)
                .containsExactly(true);
    }

    @Test
    void whoever_leaves_is_gone_and_all_are_told() {
        var told = new AtomicInteger();
        var listening = presence.onChange(told::incrementAndGet);
        var ben = presence.enter(BEN, "Ben", CONTACTS);

        ben.close();
        listening.close();
        presence.enter(BEN, "Ben", CONTACTS);

        assertThat(told).hasValue(2);
    }
}
