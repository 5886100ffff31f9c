package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Priority;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void nobody_who_has_something_to_do_waits_longer_than_a_cycle_whatever_the_others_have() {
        for (int mask = 1; mask < 16; mask++) {
            var present = EnumSet.noneOf(Priority.class);
            for (var priority : Priority.values()) {
                if ((mask & (1 << (priority.rank() - 1))) != 0) {
                    present.add(priority);
                }
            }
            var turns = new Turns();
            for (int cycle = 0; cycle < 5; cycle++) {
                assertThat(count(turns, present, Turns.CYCLE).keySet()).isEqualTo(present);
            }
        }
    }

    @Test
    void critical_has_nearly_all_turns_and_the_others_share_theirs() {
        var all = count(new Turns(), EnumSet.allOf(Priority.class), 16 * 70);

        assertThat(all).containsEntry(Priority.CRITICAL, 15 * 70);
        assertThat(all).containsEntry(Priority.HIGH, 40);
        assertThat(all).containsEntry(Priority.MEDIUM, 20);
        assertThat(all).containsEntry(Priority.LOW, 10);
    }

    private static Map<Priority, Integer> count(Turns turns, Set<Priority> present, int many) {
        var count = new EnumMap<Priority, Integer>(Priority.class);
        for (int i = 0; i < many; i++) {
            count.merge(turns.next(present), 1, Integer::sum);
        }
        return count;
    }
}
