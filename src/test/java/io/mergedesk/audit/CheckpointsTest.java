package io.mergedesk.audit;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
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

    private static final SiteId HERE = new SiteId("here");
    private static final SiteId ELSEWHERE = new SiteId("elsewhere");

    @TempDir private Path home;

    @Test
    void what_was_signed_is_read_by_the_next_start() {
        sign(3);
        sign(7);

        var read = new Checkpoints(home, HERE);

        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
        assertThat(read.linksAt(new Sequence(3))).contains(Map.of(ChainName.CHANGES, link(3)));
        assertThat(read.lastAt()).contains(JANUARY);
        assertThat(read.witnesses(ChainName.CHANGES).contradict(link(3))).isFalse();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void the_key_is_made_once_and_readable_by_its_owner_alone() throws IOException {
        new Checkpoints(home, HERE).prepare();
        var key = Files.readString(home.resolve("checkpoint-key"));

        new Checkpoints(home, HERE).prepare();

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

        var read = new Checkpoints(home, HERE);

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

        assertThat(new Checkpoints(home, HERE).damage()).isPresent();
    }

    @Test
    void a_line_that_a_crash_has_torn_counts_as_not_written_and_harms_no_other()
            throws IOException {
        sign(3);
        Files.writeString(home.resolve(FILE), "{\"checkpoint\":{\"at\":\"20", APPEND);

        sign(7);

        var read = new Checkpoints(home, HERE);
        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
        assertThat(read.linksAt(new Sequence(3))).isPresent();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void a_line_signed_by_another_key_does_not_count(@TempDir Path elsewhere) throws IOException {
        sign(3);
        new Checkpoints(elsewhere, HERE)
                .sign(Map.of(ChainName.CHANGES, link(9)), JANUARY, Optional.empty());
        Files.write(home.resolve(FILE), Files.readAllLines(elsewhere.resolve(FILE)), APPEND);

        assertThat(new Checkpoints(home, HERE).last(ChainName.CHANGES)).contains(link(3));
    }

    @Test
    void a_new_beginning_ends_what_was_signed_before() {
        sign(9);
        new Checkpoints(home, HERE)
                .sign(
                        Map.of(ChainName.CHANGES, link(4)),
                        JANUARY,
                        Optional.of("restored the backup of “Monday”"));
        sign(5);

        var read = new Checkpoints(home, HERE);

        assertThat(read.witnesses(ChainName.CHANGES).beyond(new Sequence(5))).isEmpty();
        assertThat(read.linksAt(new Sequence(9))).isEmpty();
        assertThat(read.damage()).isEmpty();
    }

    @Test
    void beside_another_database_none_counts_and_it_is_told_whose_they_are() {
        sign(9);

        var read = new Checkpoints(home, ELSEWHERE);

        assertThat(read.foreign()).contains(HERE);
        assertThat(read.damage())
                .hasValueSatisfying(
                        words -> assertThat(words).contains("here", "elsewhere", "MERGEDESK_HOME"));
        assertThat(read.last(ChainName.CHANGES)).isEmpty();
        assertThat(read.witnesses(ChainName.CHANGES).contradict(link(9))).isFalse();
    }

    @Test
    void beside_another_database_they_count_again_from_a_new_beginning() {
        sign(9);
        new Checkpoints(home, ELSEWHERE)
                .sign(Map.of(ChainName.CHANGES, link(2)), JANUARY, Optional.of("moved"));

        var read = new Checkpoints(home, ELSEWHERE);

        assertThat(read.foreign()).isEmpty();
        assertThat(read.damage()).isEmpty();
        assertThat(read.last(ChainName.CHANGES)).contains(link(2));
    }

    @Test
    void lines_of_before_sites_were_named_count_on() throws IOException {
        var old =
                new Checkpoint(
                        JANUARY,
                        Optional.empty(),
                        Map.of(ChainName.CHANGES, link(3)),
                        "",
                        Optional.empty());
        new CheckpointFiles(home.resolve("checkpoints"))
                .append(JANUARY, CheckpointLine.signed(old, CheckpointKey.in(home)));

        sign(7);

        var read = new Checkpoints(home, HERE);
        assertThat(read.damage()).isEmpty();
        assertThat(read.linksAt(new Sequence(3))).isPresent();
        assertThat(read.last(ChainName.CHANGES)).contains(link(7));
    }

    private void sign(long place) {
        new Checkpoints(home, HERE)
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
