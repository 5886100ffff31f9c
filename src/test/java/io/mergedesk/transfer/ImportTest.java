package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test that imports files on a real MariaDB, through the write path.
abstract class ImportTest {

    static final TypeName CONTACTS = new TypeName("contacts");
    static final FieldName NAME = new FieldName("name");
    static final FieldName EMAIL = new FieldName("email");
    static final FieldName CITY = new FieldName("city");
    static final FieldName NOTE = new FieldName("note");

    @TempDir Path folder;

    final TestClock clock = new TestClock();
    final TransferDesk desk = new TransferDesk(clock);
    final Imports imports = desk.get(Imports.class);
    final EntityService entities = desk.get(EntityService.class);
    final Batches batches = desk.get(Batches.class);

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

    void define(TypeName name, FieldDefinition... fields) {
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

    EntityId create(Map<FieldName, String> values) {
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

    void edit(EntityId id, long base, FieldName field, String value) {
        var patch = Patch.of(Map.of(field, Optional.of(new FieldValue.Text(value))));
        var outcome =
                entities.save(
                        new Edit.Update(id, new Revision(base), patch),
                        Author.of(ADMIN, Origin.UI));
        assertThat(outcome).isInstanceOf(SaveOutcome.Applied.class);
    }

    ImportReport run(String text) {
        return run(CONTACTS, text);
    }

    ImportReport run(TypeName type, String text) {
        var file = read(text);
        var plan = imports.suggest(type, file, USER).orElseThrow();
        return finished(imports.run(file, plan, USER, ImportWatch.NOBODY, _ -> {}));
    }

    ImportReport dryRun(String text) {
        var file = read(text);
        var plan = imports.suggest(CONTACTS, file, USER).orElseThrow();
        return finished(imports.dryRun(file, plan, USER, ImportWatch.NOBODY));
    }

    BatchUndo.Undone undo(ImportReport report) {
        return (BatchUndo.Undone) batches.undo(report.batch().orElseThrow().id(), USER, _ -> {});
    }

    static ImportReport finished(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Finished.class);
        return ((ImportOutcome.Finished) outcome).report();
    }

    ImportFile read(String text) {
        try {
            var path = Files.createTempFile(folder, "import", ".csv");
            return ImportFile.read("people.csv", Files.writeString(path, text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String export() throws IOException {
        return export(CONTACTS);
    }

    String export(TypeName type) throws IOException {
        var out = new ByteArrayOutputStream();
        desk.get(Exports.class).write(EntityQuery.of(type, 100), ExportFormat.CSV, true, USER, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    List<Entity> all() {
        return entities.page(EntityQuery.of(CONTACTS, 500), USER).items();
    }

    Entity named(String name) {
        return all().stream()
                .filter(entity -> new FieldValue.Text(name).equals(entity.values().get(NAME)))
                .findFirst()
                .orElseThrow();
    }
}
