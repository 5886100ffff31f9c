package io.mergedesk.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

    private static final Instant JANUARY = Instant.parse("2026-01-31T09:30:00Z");
    private static final Path FILE = Path.of("checkpoints", "2026-01.jsonl");

    @TempDir private Path home;

    @Test
    void what_was_signed_is_read_by_the_next_start() {
        sign(3);
        sign(7);

        var read = new Checkpoints(home);

        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
        assertThat(read.linksAt(new Sequence(3))).contains(Map.of(ChainName.CHANGES, link(3)));
        assertThat(read.lastAt()).contains(JANUARY);
        assertThat(read.witnesses(ChainName.CHANGES).contradict(link(3))).isFalse();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void the_key_is_made_once_and_readable_by_its_owner_alone() throws IOException {
        new Checkpoints(home).prepare();
        var key = Files.readString(home.resolve("checkpoint-key"));

        new Checkpoints(home).prepare();

        assertThat(Files.readString(home.resolve("checkpoint-key"))).isEqualTo(key);
        assertThat(Files.getPosixFilePermissions(home.resolve("checkpoint-key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_line_that_was_changed_is_damage_and_counts_no_more() throws IOException {
        sign(3);
        sign(7);
        var lines = new ArrayList<>(lines());
        lines.set(0, lines.getFirst().replace("\"sequence\":3", "\"sequence\":2"));
        Files.write(home.resolve(FILE), lines);

        var read = new Checkpoints(home);

        assertThat(read.damage())
                .contains("a line before line 2 of 2026-01.jsonl was changed or taken out");
        assertThat(read.linksAt(new Sequence(2))).isEmpty();
        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
    }

    @Test
    void a_line_that_was_taken_out_is_damage() throws IOException {
        sign(3);
        sign(5);
        sign(7);
        Files.write(home.resolve(FILE), List.of(lines().get(0), lines().get(2)));

        assertThat(new Checkpoints(home).damage()).isPresent();
    }

    @Test
    void a_line_that_a_crash_has_torn_counts_as_not_written_and_harms_no_other()
            throws IOException {
        sign(3);
        Files.writeString(home.resolve(FILE), "{\"checkpoint\":{\"at\":\"20", APPEND);

        sign(7);

        var read = new Checkpoints(home);
        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
        assertThat(read.linksAt(new Sequence(3))).isPresent();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void a_line_signed_by_another_key_does_not_count(@TempDir Path elsewhere) throws IOException {
        sign(3);
        new Checkpoints(elsewhere)
                .sign(Map.of(ChainName.CHANGES, link(9)), JANUARY, Optional.empty());
        Files.write(home.resolve(FILE), Files.readAllLines(elsewhere.resolve(FILE)), APPEND);

        assertThat(new Checkpoints(home).last(ChainName.CHANGES)).contains(link(3));
    }

    @Test
    void a_new_beginning_ends_what_was_signed_before() {
        sign(9);
        new Checkpoints(home)
                .sign(
                        Map.of(ChainName.CHANGES, link(4)),
                        JANUARY,
                        Optional.of("restored the backup of “Monday”"));
        sign(5);

        var read = new Checkpoints(home);

        assertThat(read.witnesses(ChainName.CHANGES).beyond(new Sequence(5))).isEmpty();
        assertThat(read.linksAt(new Sequence(9))).isEmpty();
        assertThat(read.damage()).isEmpty();
    }

    private void sign(long place) {
        new Checkpoints(home)
                .sign(Map.of(ChainName.CHANGES, link(place)), JANUARY, Optional.empty());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(home.resolve(FILE));
    }

    private static Link link(long place) {
        var hash = new byte[32];
        hash[0] = (byte) place;
        return new Link(new Sequence(place), hash);
    }
}
