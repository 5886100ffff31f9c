package io.mergedesk.ui.exports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.DemoBrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the menu of a list hands out, downloaded by a real browser and read back.
class ExportMenuIT extends DemoBrowserTest {

    private final String city = "Port " + UUID.randomUUID();
    private Entity sum;
    private Entity call;
    private Entity plain;

    @BeforeEach
    void threeDepotsInTheCityAndOneElsewhere() {
        sum = create(USER, Origin.UI, "name", "=1+1", "city", city);
        call = create(USER, Origin.UI, "name", "+33 4", "city", city);
        plain = create(USER, Origin.UI, "name", "Quay, 3", "city", city, "fee", "12.50 EUR");
        create(USER, Origin.UI, "name", "Elsewhere", "city", "Nice");
        change(SUPERVISOR, call, "phone", "1");
    }

    @Test
    void a_csv_file_holds_the_filtered_list_in_its_order_and_nothing_that_runs()
            throws IOException {
        var page = filteredAndSortedByNameDescending();

        var download = export(page, "CSV, for Excel and others");

        assertThat(download.suggestedFilename()).isEqualTo("depots.csv");
        assertThat(Files.readString(download.path()).split("\r\n"))
                .containsExactly(
                        "\uFEFFid,revision,Name,Phone,Status,Tags,Street,City,Customer since,Yearly fee,Notes",
                        plain.id() + ",1,\"Quay, 3\",,,,," + city + ",,12.50 EUR,",
                        sum.id() + ",1,\"'=1+1\",,,,," + city + ",,,",
                        call.id() + ",2,\"'+33 4\",1,,,," + city + ",,,");
    }

    @Test
    void a_workbook_holds_the_same_as_texts_and_numbers_without_formulas() throws IOException {
        var page = filteredAndSortedByNameDescending();

        var download = export(page, "Excel workbook");

        assertThat(download.suggestedFilename()).isEqualTo("depots.xlsx");
        var rows = read(download);
        assertThat(rows.getFirst().stream().limit(3).map(Cell::asString))
                .containsExactly("id", "revision", "Name");
        var records = rows.subList(1, rows.size());
        assertThat(records)
                .extracting(row -> row.getCell(0).asString())
                .containsExactly(plain.id().toString(), sum.id().toString(), call.id().toString());
        assertThat(records)
                .extracting(row -> row.getCell(1).asNumber().intValue())
                .containsExactly(1, 1, 2);
        assertThat(records)
                .extracting(row -> row.getCell(2).asString())
                .containsExactly("Quay, 3", "=1+1", "+33 4");
        assertThat(records)
                .extracting(row -> row.getCell(2))
                .allSatisfy(cell -> {
                    assertThat(cell.getType()).isEqualTo(CellType.STRING);
                    assertThat(cell.getFormula()).isNull();
                });
    }

    @Test
    void what_is_searched_for_at_the_moment_of_the_click_is_exported() throws IOException {
        var page = filteredAndSortedByNameDescending();
        page.locator(".shell-search input").fill("quay");
        page.waitForURL(address -> address.contains("q=quay"));

        var download = export(page, "CSV, for Excel and others");

        var lines = Files.readAllLines(download.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).startsWith(plain.id().toString());
    }

    private Page filteredAndSortedByNameDescending() {
        var page = signedIn("user", "records/depots?filter=city:eq:" + city + "&sort=-name");
        assertThat(page.locator("vaadin-grid")).containsText("Quay, 3");
        assertThat(page.locator("vaadin-grid")).not().containsText("Elsewhere");
        return page;
    }

    private static Download export(Page page, String kind) {
        page.locator(".export-menu vaadin-menu-bar-button").first().click();
        var link = page.locator("a.export-link", new Page.LocatorOptions().setHasText(kind));
        return page.waitForDownload(link::click);
    }

    private static List<Row> read(Download download) throws IOException {
        try (var book = new ReadableWorkbook(download.createReadStream())) {
            return book.getFirstSheet().read();
        }
    }
}
