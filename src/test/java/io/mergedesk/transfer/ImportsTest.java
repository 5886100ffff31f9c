package io.mergedesk.transfer;

import static io.mergedesk.storage.jooq.TransferDesk.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.BatchState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What becomes of rows, and of files that were exported before.
class ImportsTest extends ImportTest {

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
    void a_row_whose_unique_value_is_taken_is_told_and_stays_in_the_file_of_errors()
            throws Exception {
        var id = create(Map.of(NAME, "Anna", EMAIL, "anna@example.org"));
        var other = create(Map.of(NAME, "Ben", EMAIL, "ben@example.org", CITY, "Lyon"));

        var report =
                run(
                        "id,Name,E-mail,City\n"
                                + other
                                + ",Ben,anna@example.org,Nice\n,Cleo,cleo@example.org,Ulm\n");

        assertThat(report.counts()).isEqualTo(new BatchCounts(2, 1, 0, 0, 1));
        assertThat(report.problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "E-mail", "anna@example.org"));
        assertThat(report.problems().getFirst().message()).contains("E-mail: expected a value");
        var errors = Files.readString(report.errorFile().orElseThrow());
        assertThat(errors).contains(other + ",Ben,anna@example.org,Nice,line 2: E-mail");
        assertThat(named("Ben").values().get(CITY)).isEqualTo(new FieldValue.Text("Lyon"));
        assertThat(entities.find(id, USER).orElseThrow().revision()).isEqualTo(new Revision(1));
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
}
