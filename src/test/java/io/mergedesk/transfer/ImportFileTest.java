package io.mergedesk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.FieldKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void text_is_read_in_the_encoding_it_was_written_in(String charset) {
        var file = read("name,city\nZoë,Münster\nÅsa,Århus\n".getBytes(Charset.forName(charset)));

        assertThat(file.columns().getFirst().samples()).containsExactly("Zoë", "Åsa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_not_part_of_the_first_header(String charset) {
        var file = read("\uFEFFname,city\nZoë,Münster\n".getBytes(Charset.forName(charset)));

        assertThat(headers(file)).containsExactly("name", "city");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            quoteCharacter = '`',
            value = {",", ";", "`\t`", "|"})
    void the_delimiter_is_the_one_that_makes_even_rows(String delimiter) {
        var file =
                read(
                        String.join(delimiter, "name", "note", "n")
                                + "\n"
                                + String.join(delimiter, "A", "\"x, y; z | \t\"", "1")
                                + "\n"
                                + String.join(delimiter, "B", "plain", "2"));

        assertThat(headers(file)).containsExactly("name", "note", "n");
        assertThat(file.ragged()).isZero();
    }

    @Test
    void missing_and_repeated_headers_get_names_of_their_own() {
        var file = read("name,,name, Name \na,b,c,d\n");

        assertThat(headers(file)).containsExactly("name", "Column 2", "name (2)", "Name (3)");
    }

    @Test
    void rows_that_do_not_fit_the_header_keep_their_line_numbers() {
        var csv =
                CsvFile.open(
                        write(
                                "a,b\n1,2\n\"x\ny\",3\n4\n5,6,7\n8,9,,\n"
                                        .getBytes(StandardCharsets.UTF_8)));
        var lines = new ArrayList<String>();

        try (var rows = csv.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                lines.add(row.line() + ":" + row.cells().size());
            }
        }

        assertThat(lines).containsExactly("2:2", "3:2", "5:1", "6:3", "7:2");
    }

    @Test
    void a_row_that_begins_with_a_hash_is_a_row() {
        var file = read("name,n\n#1,1\n#2,2\n");

        assertThat(file.rows()).isEqualTo(2);
    }

    @Test
    void an_empty_file_is_refused_in_plain_words() {
        var empty = write(new byte[0]);

        assertThatThrownBy(() -> CsvFile.open(empty))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("expected a row of column names");
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "amount|1;2;-3.5|number",
                "amount|1,5;2,25|number",
                "amount|1.234,5;7|number",
                "amount|1,234.5;7|number",
                "code|007;012|text",
                "zip|35055;35501|text",
                "phone|+33 4 72;0471|text",
                "phone|256734;256735|text",
                "card|4111111111111111;4222222222222222|text",
                "born|31.01.2026;1.2.2025|date",
                "born|01/31/2026;12/24/2025|date",
                "born|31/01/2026;24/12/2025|date",
                "born|2026-01-31;2025-12-24|date",
                "at|2026-01-31T09:30:00Z;2026-01-31T09:30:00+02:00|date-time",
                "at|2026-01-31 09:30;2026-01-31 09:30:15|date-time",
                "at|31.01.2026 09:30|date-time",
                "ok|yes;no|yes-no",
                "ok|ja;nein|yes-no",
                "sex|N;N|text",
                "flag|0;1|number",
                "mail|a@example.org;b@example.com|email",
                "site|https://example.org;http://example.com/x|url",
                "price|12.50 EUR;7 USD|money",
                "price|€ 12,50;€ 1.000,00|money",
                "owner|0199b3a0-0000-7000-8000-000000000001|reference",
                "mixed|1;two|text",
                "empty||text"
            })
    void a_column_is_of_the_narrowest_kind_that_reads_all_its_cells(
            String header, String cells, String kind) {
        var text = new StringBuilder(header + "\tother\n");
        for (var cell : (cells == null ? "" : cells).split(";", -1)) {
            text.append(cell).append("\tx\n");
        }

        var column = read(text.toString()).columns().getFirst();

        assertThat(column.kind().wireName()).isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is read as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,5|NUMBER_COMMA|1234.5",
                "1,5|NUMBER_COMMA|1.5",
                "1,234.5|NUMBER_POINT|1234.5",
                "-12.25|NUMBER_POINT|-12.25",
                "12,50 €|MONEY_COMMA|12.50 EUR",
                "$1,000.00|MONEY_POINT|1000.00 USD",
                "3.2.2025|DATE_DOTS|2025-02-03",
                "01/31/2026|DATE_MONTH_FIRST|2026-01-31",
                "31/01/2026 9:05|MOMENT_DAY_FIRST|2026-01-31T09:05Z"
            })
    void cells_are_turned_into_what_a_field_reads(String cell, CellFormat format, String text) {
        var column = read("value\tx\n" + cell + "\t1\n").columns().getFirst();

        assertThat(column.formatFor(format.kind())).isEqualTo(format);
        assertThat(format.canonical(cell)).contains(text);
    }

    @Test
    void an_ambiguous_number_or_date_is_read_as_the_rest_of_the_file() {
        var file = read("a;b;c\n1,234;9,5;03/04/2025\n2,345;8,25;05/06/2025\n");

        assertThat(file.columns().get(0).formatFor(FieldKind.NUMBER))
                .isEqualTo(CellFormat.NUMBER_COMMA);
        assertThat(file.columns().get(2).formatFor(FieldKind.DATE))
                .isEqualTo(CellFormat.DATE_DAY_FIRST);
    }

    @Test
    void a_person_is_asked_only_where_every_cell_can_be_read_two_ways() {
        var file =
                read(
                        """
                        both;same;clear
                        03/04/2025;05/05/2025;13/04/2025
                        05/06/2025;06/06/2025;01/02/2025
                        """);

        assertThat(file.columns().get(0).alternativesFor(FieldKind.DATE))
                .containsExactly(CellFormat.DATE_DAY_FIRST, CellFormat.DATE_MONTH_FIRST);
        assertThat(file.columns().get(1).alternativesFor(FieldKind.DATE)).isEmpty();
        assertThat(file.columns().get(2).alternativesFor(FieldKind.DATE)).isEmpty();
    }

    @Test
    void few_repeated_values_are_choices_and_long_or_broken_text_is_long() {
        var rows =
                IntStream.range(0, 40)
                        .mapToObj(i ->
                                (i % 3 == 0 ? "open" : "closed") + ",\"line\nbreak " + i + "\"")
                        .collect(Collectors.joining("\n"));

        var file = read("state,note\n" + rows);

        assertThat(file.columns().get(0).kind()).isEqualTo(FieldKind.CHOICE);
        assertThat(file.columns().get(0).choices()).containsExactly("open", "closed");
        assertThat(file.columns().get(1).kind()).isEqualTo(FieldKind.LONG_TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1",
                "@x",
                "\tx",
                "-x",
                "'=x",
                "''@x",
                "'quoted'",
                "plain",
                "-5"
            })
    void a_guarded_text_comes_back_as_it_was(String text) {
        var guarded = FormulaGuard.guard(text);

        assertThat(FormulaGuard.strip(guarded)).isEqualTo(text);
        assertThat(guarded.substring(0, 1)).isNotIn("=", "+", "@", "\t");
    }

    @Test
    void a_header_becomes_a_name_that_programs_can_use() {
        assertThat(HeaderName.identifier("Téléphone (bureau)", "field"))
                .isEqualTo("telephone_bureau");
        assertThat(HeaderName.identifier("2nd line", "field")).isEqualTo("field_2nd_line");
        assertThat(HeaderName.identifier("العربية", "field")).isEqualTo("field");
    }

    private static List<String> headers(ImportFile file) {
        return file.columns().stream().map(Column::header).toList();
    }

    private ImportFile read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportFile read(byte[] bytes) {
        return ImportFile.read("test.csv", write(bytes));
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("test.csv"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
