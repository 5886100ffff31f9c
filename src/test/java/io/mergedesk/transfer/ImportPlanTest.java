package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the columns of a file go, and how they are read.
class ImportPlanTest extends ImportTest {

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
    void columns_go_where_they_went_in_the_last_import_of_such_a_file() {
        var text = "Who,Town,E-mail\nAnna,Lyon,anna@example.org\n";
        var file = read(text);
        var plan =
                imports.suggest(CONTACTS, file, USER)
                        .orElseThrow()
                        .with(0, new ColumnTarget.Existing(NAME))
                        .with(1, new ColumnTarget.Existing(CITY))
                        .keyedBy(Optional.of(NAME));
        assertThat(imports.propose(CONTACTS, file, USER).orElseThrow().remembered()).isFalse();

        imports.remember(plan, file);

        var again = imports.propose(CONTACTS, read(text), USER).orElseThrow();
        assertThat(again.remembered()).isTrue();
        assertThat(again.plan()).isEqualTo(plan);
        var other = read("Who,Town\nAnna,Lyon\n");
        assertThat(imports.propose(CONTACTS, other, USER).orElseThrow().remembered()).isFalse();
    }

    @Test
    void a_remembered_field_that_is_gone_leaves_its_column_as_suggested() {
        var file = read("Name,Town\nAnna,Lyon\n");
        var plan =
                imports.suggest(CONTACTS, file, USER)
                        .orElseThrow()
                        .with(1, new ColumnTarget.Existing(CITY));
        imports.remember(plan, file);
        var types = desk.get(TypeService.class);
        var type = types.find(CONTACTS).orElseThrow();
        var without =
                type.definition().fields().stream()
                        .filter(field -> !field.name().equals(CITY))
                        .toList();
        types.change(
                new TypeDefinition(
                        CONTACTS, "contacts", "contacts", without, type.definition().strategy()),
                type.version(),
                ADMIN);

        var proposed = imports.propose(CONTACTS, file, USER).orElseThrow().plan();

        assertThat(proposed.targets())
                .containsExactly(new ColumnTarget.Existing(NAME), new ColumnTarget.Ignored());
    }

    @Test
    void a_person_says_whether_the_day_or_the_month_comes_first_and_that_is_remembered() {
        define(
                new TypeName("deals"),
                FieldDefinition.of(NAME, "Name", FieldKind.TEXT),
                FieldDefinition.of(new FieldName("signed"), "Signed", FieldKind.DATE));
        var text = "Name,Signed\nAnna,03/04/2025\n";
        var file = read(text);
        var plan =
                imports.suggest(new TypeName("deals"), file, USER)
                        .orElseThrow()
                        .reading(1, CellFormat.DATE_DAY_FIRST);

        finished(imports.run(file, plan, USER, ImportWatch.NOBODY, _ -> {}));
        imports.remember(plan, file);

        var deal = entities.page(EntityQuery.of(new TypeName("deals"), 1), USER).items().getFirst();
        assertThat(deal.values().get(new FieldName("signed")))
                .isEqualTo(new FieldValue.Day(LocalDate.of(2025, 4, 3)));
        var again = imports.propose(new TypeName("deals"), read(text), USER).orElseThrow();
        assertThat(again.plan().formats()).containsEntry(1, CellFormat.DATE_DAY_FIRST);
    }

    @Test
    void coordinates_with_many_decimals_come_in_as_numbers() {
        var file = read("Place,Latitude\nQuay,45.75781234567891\nMill,-12.00000000000001\n");

        var plan = imports.suggestNew("Places", file);
        var report = finished(imports.run(file, plan, ADMIN, ImportWatch.NOBODY, _ -> {}));

        assertThat(file.columns().get(1).kind()).isEqualTo(FieldKind.NUMBER);
        assertThat(report.counts().created()).isEqualTo(2);
        assertThat(entities.page(EntityQuery.of(plan.type(), 9), USER).items())
                .extracting(place -> place.values().get(new FieldName("latitude")))
                .contains(new FieldValue.Decimal(new BigDecimal("45.75781234567891")));
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
        assertThat(file.columns())
                .filteredOn(column -> Set.of("latitude", "longitude").contains(column.header()))
                .extracting(Column::kind)
                .allMatch(FieldKind.NUMBER::equals);
        var dry = finished(imports.dryRun(file, plan, ADMIN, ImportWatch.NOBODY));
        var report = finished(imports.run(file, plan, ADMIN, ImportWatch.NOBODY, _ -> {}));

        assertThat(report.problems()).isEmpty();
        assertThat(report.counts()).isEqualTo(dry.counts());
        assertThat(report.counts().created()).isEqualTo(file.rows());
        var again = run(plan.type(), export(plan.type()));
        assertThat(again.counts().skipped()).isEqualTo(file.rows());
    }
}
