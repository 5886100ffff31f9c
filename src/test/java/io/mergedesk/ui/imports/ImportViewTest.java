package io.mergedesk.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.TypeService;
import io.mergedesk.transfer.CellFormat;
import io.mergedesk.transfer.ImportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/// The way through an import, without a browser; each test begins without any type.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
@SpringBootTest(classes = ImportApplication.class)
class ImportViewTest extends SpringBrowserlessTest {

    @TempDir Path folder;
    @Autowired private Batches batches;
    @Autowired private TypeService types;

    @Test
    void a_file_is_mapped_checked_imported_and_undone() throws IOException {
        var view = navigate(ImportView.class);
        upload(view, "Film stars.csv", "Name,Born\nAnna,31.12.1990\nBen,1.2.1980\n");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Film stars.csv");
        assertThat(find(ColumnRow.class).all()).hasSize(2);
        click("Check");
        awaitButton("Import 2 rows");
        assertThat(types.find(new TypeName("film_stars"))).isEmpty();
        click("Import 2 rows");
        awaitButton("Import another file");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Imported");
        assertThat(types.find(new TypeName("film_stars")).orElseThrow().label())
                .isEqualTo("Film stars");
        var batch = batches.latest(ImportApplication.ADMIN, 1).getFirst();
        assertThat(batch.counts().created()).isEqualTo(2);
        test(find(Button.class).withText("Undo").all().getFirst()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        awaitText("Taken back: 2 new records deleted, 0 changes reverted.");
        assertThat(batches.find(batch.id(), ImportApplication.ADMIN).orElseThrow().state())
                .isEqualTo(BatchState.UNDONE);
        assertThat(find(Button.class).withText("Undo").all()).isEmpty();
        assertThat(find(Button.class).withText("Import another file").exists()).isTrue();
    }

    @Test
    void a_check_that_is_cancelled_says_so_and_goes_back_to_the_columns() throws IOException {
        var view = navigate(ImportView.class);
        upload(view, "Ships.csv", rows("Ship"));

        click("Check");
        click("Cancel");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Stopping the check …");
        awaitButton("Check");
        assertThat(find(ColumnRow.class).all()).hasSize(2);
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("The check was stopped. Nothing was written.");
        assertThat(types.find(new TypeName("ships"))).isEmpty();
    }

    @Test
    void an_import_that_is_cancelled_takes_back_what_it_wrote() throws IOException {
        var view = navigate(ImportView.class);
        upload(view, "Planes.csv", rows("Plane"));
        click("Check");
        awaitButton("Import 20,000 rows");
        click("Import 20,000 rows");
        Awaitility.await()
                .pollInSameThread()
                .until(
                        () -> batches.latest(ImportApplication.ADMIN, 1),
                        latest ->
                                latest.stream()
                                        .anyMatch(batch ->
                                                batch.label().equals("Planes.csv")
                                                        && batch.counts().created() > 0));

        click("Cancel");
        assertThat(find(H2.class).all())
                .extracting(H2::getText)
                .contains("Taking back what was written …");
        awaitButton("Import another file");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Cancelled");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(words -> assertThat(words).startsWith("Taken back: "));
        var batch = batches.latest(ImportApplication.ADMIN, 1).getFirst();
        assertThat(batch.state()).isEqualTo(BatchState.CANCELLED);
    }

    @Test
    void rows_that_cannot_be_taken_are_named_before_anything_is_written() throws IOException {
        var view = navigate(ImportView.class);
        upload(view, "ragged.csv", "Name,City\nAnna,Lyon\nBen\n");

        click("Check");
        awaitButton("Import 1 row");

        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .contains("Line 3", "expected 2 cells as in the header, found 1");
    }

    @Test
    void the_order_of_day_and_month_is_asked_for_and_proposed_again_with_the_columns()
            throws IOException {
        var view = navigate(ImportView.class);
        upload(view, "Visits.csv", "Guest,Came\nAnna,03/04/2025\nBen,05/06/2025\n");
        order().setValue(CellFormat.DATE_DAY_FIRST);
        click("Check");
        awaitButton("Import 2 rows");
        click("Import 2 rows");
        awaitButton("Import another file");
        click("Import another file");

        upload(view, "Visits again.csv", "Guest,Came\nCara,07/08/2025\nDan,09/10/2025\n");

        assertThat(order().getValue()).isEqualTo(CellFormat.DATE_DAY_FIRST);
        assertThat(find(Span.class).all())
                .extracting(Span::getText)
                .anySatisfy(words -> assertThat(words).contains("in the last import of such"));
    }

    @SuppressWarnings("unchecked") // the one select with that label holds formats
    private Select<CellFormat> order() {
        return find(Select.class)
                .withCondition(select ->
                        select.getAriaLabel()
                                .filter("How the column Came is read"::equals)
                                .isPresent())
                .single();
    }

    private void upload(ImportView view, String name, String text) throws IOException {
        var path = Files.writeString(folder.resolve(name), text);
        view.taken(ImportFile.read(name, path), path);
    }

    private static String rows(String name) {
        return IntStream.range(0, 20_000)
                .mapToObj(i -> name + " " + i + "," + i)
                .collect(Collectors.joining("\n", "Name,Number\n", "\n"));
    }

    private void awaitText(String words) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    roundTrip();
                    assertThat(find(ResultStep.class).single().getChildren().toList())
                            .flatExtracting(child -> child.getChildren().toList())
                            .filteredOn(Span.class::isInstance)
                            .extracting(span -> ((Span) span).getText())
                            .contains(words);
                });
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private void awaitButton(String text) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    roundTrip();
                    assertThat(find(Button.class).withText(text).exists()).isTrue();
                });
    }
}
