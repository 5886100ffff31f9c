package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.BatchPulse;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Edit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Imports that are stopped, broken off or taken back.
class ImportUndoTest extends ImportTest {

    @Test
    void undoing_deletes_what_was_made_and_brings_old_values_back() {
        run("Name,E-mail,City\nAnna,anna@example.org,Lyon\n");
        var second = run("Name,E-mail,City\nAnna,anna@example.org,Nice\nBen,ben@example.org,Ulm\n");

        var undo = undo(second);

        assertThat(undo.deleted()).isEqualTo(1);
        assertThat(undo.reverted()).isEqualTo(1);
        assertThat(undo.keptCount()).isZero();
        assertThat(undo.batch().state()).isEqualTo(BatchState.UNDONE);
        assertThat(all()).hasSize(1);
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Lyon"));
    }

    @Test
    void undoing_keeps_what_somebody_changed_since_and_says_so() {
        run("Name,E-mail,City\nAnna,anna@example.org,Lyon\n");
        var second =
                run(
                        "Name,E-mail,City,Note\nAnna,anna@example.org,Nice,new\nBen,ben@example.org,Ulm,\n");
        edit(named("Anna").id(), 2, CITY, "Brest");
        edit(named("Ben").id(), 1, CITY, "Bonn");

        var undo = undo(second);

        assertThat(undo.kept())
                .extracting(BatchUndo.Kept::title)
                .containsExactlyInAnyOrder("Anna", "Ben");
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Brest"));
        assertThat(named("Anna").values().get(NOTE)).isNull();
        assertThat(named("Ben").values().get(CITY)).isEqualTo(new FieldValue.Text("Bonn"));
    }

    @Test
    void only_who_imported_and_admins_undo() {
        var report = run("Name\nAnna\n");
        var id = report.batch().orElseThrow().id();
        var other =
                new io.mergedesk.common.Actor(
                        new io.mergedesk.common.UserId("other"),
                        io.mergedesk.common.Role.SUPERVISOR,
                        java.util.Set.of());

        assertThat(batches.undo(id, other, _ -> {})).isInstanceOf(BatchUndo.Forbidden.class);
        assertThat(batches.undo(id, ADMIN, _ -> {})).isInstanceOf(BatchUndo.Undone.class);
        assertThat(batches.undo(id, ADMIN, _ -> {})).isInstanceOf(BatchUndo.NotNow.class);
    }

    @Test
    void cancelling_stops_and_takes_back_what_was_written() {
        var file =
                read(
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> "Person " + i)
                                .collect(Collectors.joining("\n", "Name\n", "\n")));
        var watch = new CancelAfter(500);

        var report =
                finished(
                        imports.run(
                                file,
                                imports.suggest(CONTACTS, file, USER).orElseThrow(),
                                USER,
                                watch,
                                _ -> {}));

        assertThat(report.batch().orElseThrow().state()).isEqualTo(BatchState.CANCELLED);
        assertThat(report.counts().created()).isEqualTo(500);
        assertThat(((BatchUndo.Undone) report.takenBack().orElseThrow()).deleted()).isEqualTo(500);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_batch_that_stays_silent_is_interrupted_and_can_be_undone() {
        var begun = batches.start(CONTACTS, "broken.csv", 10, USER);
        var author = Author.of(USER, Origin.IMPORT).inBatch(begun.id());
        entities.save(
                new Edit.Create(
                        CONTACTS, Patch.of(Map.of(NAME, Optional.of(new FieldValue.Text("A"))))),
                author);

        Batch silent = batches.find(begun.id(), USER).orElseThrow();

        assertThat(silent.isAtWork(begun.startedAt().plusSeconds(30))).isTrue();
        assertThat(silent.isInterrupted(begun.startedAt().plusSeconds(90))).isTrue();
        assertThat(silent.canBeUndone(begun.startedAt().plusSeconds(90))).isTrue();
        assertThat(silent.canBeUndone(begun.startedAt().plusSeconds(30))).isFalse();
    }

    @Test
    void a_chunk_that_takes_minutes_does_not_make_an_import_look_interrupted() {
        var file = read("Name\nAnna\n");
        var plan = imports.suggest(CONTACTS, file, USER).orElseThrow();
        var during = new ArrayList<Batch>();
        var watch =
                new ImportWatch() {
                    @Override
                    public void progress(BatchCounts counts) {}

                    @Override
                    public boolean isCancelled() {
                        clock.turn(Duration.ofMinutes(5));
                        desk.get(BatchPulse.class).beat();
                        during.add(batches.latest(USER, 1).getFirst());
                        throw new IllegalStateException("broken off");
                    }
                };

        assertThatThrownBy(() -> imports.run(file, plan, USER, watch, _ -> {}))
                .hasMessage("broken off");

        assertThat(during.getFirst().isAtWork(clock.instant())).isTrue();
        clock.turn(Duration.ofMinutes(5));
        desk.get(BatchPulse.class).beat();
        var after = batches.latest(USER, 1).getFirst();
        assertThat(after.isInterrupted(clock.instant())).isTrue();
    }

    @Test
    void a_dry_run_that_is_stopped_reports_nothing() {
        var file =
                read(
                        IntStream.range(0, 2_000)
                                .mapToObj(i -> "Person " + i)
                                .collect(Collectors.joining("\n", "Name\n", "\n")));
        var plan = imports.suggest(CONTACTS, file, USER).orElseThrow();

        var outcome = imports.dryRun(file, plan, USER, new CancelAfter(500));

        assertThat(outcome).isInstanceOf(ImportOutcome.Stopped.class);
    }

    private static final class CancelAfter implements ImportWatch {
        private final long rows;
        private boolean cancelled;

        private CancelAfter(long rows) {
            this.rows = rows;
        }

        @Override
        public void progress(BatchCounts counts) {
            cancelled = counts.done() >= rows;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
