package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.storage.jooq.TransferDesk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Exported workbooks, read back cell by cell.
class XlsxExportTest {

    private static final TypeName DEALS = new TypeName("deals");

    private final TransferDesk desk = new TransferDesk();

    @BeforeEach
    void define() {
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                DEALS,
                                "Deals / open",
                                "Deal",
                                List.of(
                                        field("name", "Name", FieldKind.TEXT),
                                        field("worth", "Worth", FieldKind.NUMBER),
                                        field("signed", "Signed", FieldKind.DATE),
                                        field("seen", "Seen", FieldKind.DATE_TIME),
                                        field("won", "Won", FieldKind.YES_NO)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        ADMIN);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void every_kind_comes_back_as_what_it_is() throws IOException {
        var entity =
                create(
                        "name", new FieldValue.Text("Quai des Étoiles “2”"),
                        "worth", new FieldValue.Decimal(new BigDecimal("1234.5")),
                        "signed", new FieldValue.Day(LocalDate.of(2026, 3, 1)),
                        "seen", new FieldValue.Moment(Instant.parse("2026-03-01T09:30:00Z")));

        var rows = exported();

        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().stream().map(Cell::asString))
                .containsExactly("id", "revision", "Name", "Worth", "Signed", "Seen", "Won");
        var row = rows.getLast();
        assertThat(row.getCell(0).asString()).isEqualTo(entity.id().toString());
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("1");
        assertThat(row.getCell(2).asString()).isEqualTo("Quai des Étoiles “2”");
        assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("1234.5");
        assertThat(row.getCell(4).asDate()).isEqualTo(LocalDateTime.of(2026, 3, 1, 0, 0));
        assertThat(row.getCell(4).getDataFormatString()).isEqualTo("yyyy-mm-dd");
        assertThat(row.getCell(5).asDate()).isEqualTo(LocalDateTime.of(2026, 3, 1, 9, 30));
        assertThat(row.getOptionalCell(6)).isEmpty();
    }

    @Test
    void what_looks_like_a_formula_stays_a_string() throws IOException {
        for (var text : List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)")) {
            create("name", new FieldValue.Text(text));
        }

        var cells = exported().stream().skip(1).map(row -> row.getCell(2)).toList();

        assertThat(cells)
                .extracting(Cell::asString)
                .containsExactlyInAnyOrder("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)");
        assertThat(cells)
                .allSatisfy(cell -> {
                    assertThat(cell.getType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getFormula()).isNull();
                });
    }

    @Test
    void a_number_that_a_spreadsheet_would_round_is_a_string() throws IOException {
        create("worth", new FieldValue.Decimal(new BigDecimal("12345678901234567.89")));

        var cell = exported().getLast().getCell(3);

        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo("12345678901234567.89");
    }

    private static FieldDefinition field(String name, String label, FieldKind kind) {
        return FieldDefinition.of(new FieldName(name), label, kind);
    }

    private Entity create(Object... namesAndValues) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            patch.put(
                    new FieldName((String) namesAndValues[i]),
                    Optional.of((FieldValue) namesAndValues[i + 1]));
        }
        var outcome =
                desk.get(EntityService.class)
                        .save(new Edit.Create(DEALS, new Patch(patch)), Author.of(USER, Origin.UI));
        return ((SaveOutcome.Applied) outcome).entity();
    }

    private List<Row> exported() throws IOException {
        var out = new ByteArrayOutputStream();
        desk.get(Exports.class)
                .write(EntityQuery.of(DEALS, 100), ExportFormat.XLSX, false, USER, out);
        var withFormats = new ReadingOptions(true, false);
        try (var book =
                new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), withFormats)) {
            return book.getFirstSheet().read();
        }
    }
}
