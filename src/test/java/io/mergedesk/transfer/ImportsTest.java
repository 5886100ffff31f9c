package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mergedesk.TestClock;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.BatchPulse;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.storage.jooq.TransferDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Imports against a real MariaDB, through the write path.
class ImportsTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final FieldName NAME = new FieldName("name");
    private static final FieldName EMAIL = new FieldName("email");
    private static final FieldName CITY = new FieldName("city");
    private static final FieldName NOTE = new FieldName("note");

    @TempDir Path folder;

    private final TestClock clock = new TestClock();
    private final TransferDesk desk = new TransferDesk(clock);
    private final Imports imports = desk.get(Imports.class);
    private final EntityService entities = desk.get(EntityService.class);
    private final Batches batches = desk.get(Batches.class);

    @BeforeEach
    void define() {
        define(
                CONTACTS,
                FieldDefinition.of(NAME, "Name", FieldKind.TEXT).asRequired(),
                FieldDefinition.of(EMAIL, "E-mail", FieldKind.EMAIL).asUnique(),
                FieldDefinition.of(CITY, "City", FieldKind.TEXT),
                FieldDefinition.of(NOTE, "Note", FieldKind.LONG_TEXT));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void rows_become_entities_of_one_audited_batch() {
        var report = run("Name,E-mail,City\nAnna,anna@example.org,Lyon\nBen,,Paris\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(2, 2, 0, 0, 0));
        assertThat(report.batch().orElseThrow().state()).isEqualTo(BatchState.DONE);
        var anna = named("Anna");
        assertThat(anna.values().get(CITY)).isEqualTo(new FieldValue.Text("Lyon"));
        var change = entities.changesOf(anna.id(), new Revision(9), 1, USER).getFirst();
        assertThat(change.origin()).isEqualTo(Origin.IMPORT);
        assertThat(change.batch()).contains(report.batch().orElseThrow().id());
        assertThat(batches.latest(USER, 5)).containsExactly(report.batch().orElseThrow());
    }

    @Test
    void a_row_with_a_known_key_changes_that_entity_and_an_equal_one_is_skipped() {
        run("Name,E-mail,City\nAnna,anna@example.org,Lyon\nBen,ben@example.org,Paris\n");

        var report =
                run(
                        "Name,E-mail,City\nAnna,ANNA@example.org,Nice\nBen,ben@example.org,Paris\nCleo,cleo@example.org,\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(3, 1, 1, 1, 0));
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Nice"));
    }

    @Test
    void two_rows_with_one_key_are_one_entity() {
        var report =
                run("Name,E-mail,City\nAnna,anna@example.org,Lyon\nAnna,anna@example.org,Nice\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(2, 1, 1, 0, 0));
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Nice"));
    }

    @Test
    void rows_that_are_refused_are_told_with_line_column_value_and_expectation() throws Exception {
        var report =
                run(
                        "Name,E-mail,City\nAnna,not an address,Lyon\n,ben@example.org,Paris\nCleo,,Nice,x\nDora,,Lille\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(4, 1, 0, 0, 3));
        assertThat(report.problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "E-mail", "not an address"),
                        org.assertj.core.groups.Tuple.tuple(4L, "", ""),
                        org.assertj.core.groups.Tuple.tuple(3L, "Name", ""));
        assertThat(report.problems().getFirst().message())
                .isEqualTo("E-mail: expected an e-mail address like name@example.org");
        var errors = Files.readString(report.errorFile().orElseThrow());
        assertThat(errors).startsWith("\uFEFFName,E-mail,City,error\r\n");
        assertThat(errors).contains("Anna,not an address,Lyon,line 2: E-mail");
        Files.delete(report.errorFile().orElseThrow());
    }

    @Test
    void a_dry_run_finds_the_same_and_writes_nothing() {
        run("Name,E-mail,City\nAnna,anna@example.org,Lyon\n");
        var head = entities.head();

        var report =
                dryRun(
                        "Name,E-mail,City\nAnna,anna@example.org,Nice\nBen,ben@example.org,\nBen,ben@example.org,Ulm\nC,bad,\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(4, 1, 2, 0, 1));
        assertThat(report.batch()).isEmpty();
        assertThat(report.changedFields()).containsEntry(CITY, 1L);
        var change = report.changes().getFirst();
        assertThat(change.title()).isEqualTo("Anna");
        assertThat(change.fields().getFirst().from()).isEqualTo(new FieldValue.Text("Lyon"));
        assertThat(change.fields().getFirst().to()).isEqualTo(new FieldValue.Text("Nice"));
        assertThat(entities.head()).isEqualTo(head);
    }

    @Test
    void an_exported_file_that_is_imported_again_changes_nothing() throws IOException {
        run(
                "Name,E-mail,City,Note\n=1+1,a@example.org,'=x,\"two\nlines\"\n+33 4,b@example.org,-5,\n@x,c@example.org,\"a,\"\"b\"\"\",- item\n");

        var report = run(export());

        assertThat(report.counts()).isEqualTo(new BatchCounts(3, 0, 0, 3, 0));
    }

    @Test
    void an_export_holds_no_formula() throws IOException {
        create(Map.of(NAME, "=cmd|' /C calc'!A0", CITY, "-5", NOTE, "@SUM(A1)"));

        var text = export();

        assertThat(text).contains("'=cmd|").contains(",-5,").contains("'@SUM").doesNotContain(",=");
    }

    @Test
    void a_stale_export_is_merged_with_what_others_changed() throws IOException {
        var id = create(Map.of(NAME, "Anna", CITY, "Lyon"));
        var exported = export();
        edit(id, 1, NOTE, "called back");

        var report = run(exported.replace("Lyon", "Nice"));

        assertThat(report.counts()).isEqualTo(new BatchCounts(1, 0, 1, 0, 0));
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Nice"));
        assertThat(named("Anna").values().get(NOTE)).isEqualTo(new FieldValue.Text("called back"));
    }

    @Test
    void a_field_that_both_changed_is_told_with_both_values_and_nothing_is_overwritten()
            throws IOException {
        var id = create(Map.of(NAME, "Anna", CITY, "Lyon"));
        var exported = export();
        edit(id, 1, CITY, "Ulm");

        var report = run(exported.replace("Lyon", "Nice"));

        assertThat(report.counts().failed()).isEqualTo(1);
        assertThat(report.problems().getFirst().message())
                .contains("changed it to 'Ulm'")
                .contains("yours is 'Nice'");
        assertThat(named("Anna").values().get(CITY)).isEqualTo(new FieldValue.Text("Ulm"));
    }

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

    @Test
    void a_reference_is_found_by_id_by_unique_field_or_by_title() {
        var anna = create(Map.of(NAME, "Anna", EMAIL, "anna@example.org"));
        create(Map.of(NAME, "Ben"));
        create(Map.of(NAME, "Ben"));
        define(
                new TypeName("contracts"),
                FieldDefinition.of(new FieldName("title"), "Title", FieldKind.TEXT),
                FieldDefinition.of(new FieldName("owner"), "Owner", FieldKind.REFERENCE)
                        .referringTo(CONTACTS));

        var report =
                run(
                        new TypeName("contracts"),
                        "Title,Owner\nA,"
                                + anna
                                + "\nB,anna@example.org\nC,Anna\nD,Ben\nE,Nobody\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(5, 3, 0, 0, 2));
        assertThat(report.problems().get(0).message()).contains("found several");
        assertThat(report.problems().get(1).message()).contains("found none");
    }

    @Test
    void only_admins_add_fields_and_types() {
        var file = read("Name,Shoe size\nAnna,38\n");
        var asUser = imports.suggest(CONTACTS, file, USER).orElseThrow();
        var asAdmin = imports.suggest(CONTACTS, file, ADMIN).orElseThrow();

        assertThat(asUser.targets().get(1)).isInstanceOf(ColumnTarget.Ignored.class);
        assertThat(imports.run(file, asAdmin, USER, ImportWatch.NOBODY, _ -> {}))
                .isInstanceOf(ImportOutcome.Forbidden.class);
        var dry = finished(imports.dryRun(file, asAdmin, ADMIN, ImportWatch.NOBODY));
        assertThat(dry.changedFields()).containsKey(new FieldName("shoe_size"));
        var report = finished(imports.run(file, asAdmin, ADMIN, ImportWatch.NOBODY, _ -> {}));
        assertThat(report.counts().created()).isEqualTo(1);
        assertThat(named("Anna").values().get(new FieldName("shoe_size")))
                .isEqualTo(new FieldValue.Decimal(new java.math.BigDecimal("38")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"countries", "district-offices", "legislators"})
    void a_real_file_becomes_a_type_and_comes_back_unchanged(String name) throws IOException {
        var data = System.getenv().getOrDefault("MERGEDESK_CSV_FILES", "csv-files");
        var path = Path.of(data, name + ".csv");
        assumeThat(path).as("real files: set MERGEDESK_CSV_FILES to their folder").exists();
        var file = ImportFile.read(name, path);
        var plan = imports.suggestNew(name, file);
        var dry = finished(imports.dryRun(file, plan, ADMIN, ImportWatch.NOBODY));
        var report = finished(imports.run(file, plan, ADMIN, ImportWatch.NOBODY, _ -> {}));

        assertThat(report.problems()).isEmpty();
        assertThat(report.counts()).isEqualTo(dry.counts());
        assertThat(report.counts().created()).isEqualTo(file.rows());
        var again = run(plan.type(), export(plan.type()));
        assertThat(again.counts().skipped()).isEqualTo(file.rows());
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

    private void define(TypeName name, FieldDefinition... fields) {
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                name,
                                name.value(),
                                name.value(),
                                List.of(fields),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        ADMIN);
    }

    private EntityId create(Map<FieldName, String> values) {
        var patch =
                values.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry ->
                                                Optional.<FieldValue>of(
                                                        new FieldValue.Text(entry.getValue()))));
        var outcome =
                entities.save(
                        new Edit.Create(CONTACTS, Patch.of(patch)), Author.of(USER, Origin.UI));
        return ((SaveOutcome.Applied) outcome).entity().id();
    }

    private void edit(EntityId id, long base, FieldName field, String value) {
        var patch = Patch.of(Map.of(field, Optional.of(new FieldValue.Text(value))));
        var outcome =
                entities.save(
                        new Edit.Update(id, new Revision(base), patch),
                        Author.of(ADMIN, Origin.UI));
        assertThat(outcome).isInstanceOf(SaveOutcome.Applied.class);
    }

    private ImportReport run(String text) {
        return run(CONTACTS, text);
    }

    private ImportReport run(TypeName type, String text) {
        var file = read(text);
        var plan = imports.suggest(type, file, USER).orElseThrow();
        return finished(imports.run(file, plan, USER, ImportWatch.NOBODY, _ -> {}));
    }

    private ImportReport dryRun(String text) {
        var file = read(text);
        var plan = imports.suggest(CONTACTS, file, USER).orElseThrow();
        return finished(imports.dryRun(file, plan, USER, ImportWatch.NOBODY));
    }

    private BatchUndo.Undone undo(ImportReport report) {
        return (BatchUndo.Undone) batches.undo(report.batch().orElseThrow().id(), USER, _ -> {});
    }

    private static ImportReport finished(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Finished.class);
        return ((ImportOutcome.Finished) outcome).report();
    }

    private ImportFile read(String text) {
        try {
            var path = Files.createTempFile(folder, "import", ".csv");
            return ImportFile.read("people.csv", Files.writeString(path, text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String export() throws IOException {
        return export(CONTACTS);
    }

    private String export(TypeName type) throws IOException {
        var out = new ByteArrayOutputStream();
        desk.get(Exports.class).write(EntityQuery.of(type, 100), ExportFormat.CSV, true, USER, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Entity> all() {
        return entities.page(EntityQuery.of(CONTACTS, 500), USER).items();
    }

    private Entity named(String name) {
        return all().stream()
                .filter(entity -> new FieldValue.Text(name).equals(entity.values().get(NAME)))
                .findFirst()
                .orElseThrow();
    }
}
