package io.mergedesk.ui.exports;

import static io.mergedesk.PersonBuilder.aPerson;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.Account;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.storage.jooq.TransferDesk;
import io.mergedesk.storage.memory.MemoryPeople;
import io.mergedesk.transfer.Exports;
import io.mergedesk.ui.ScreenWorld;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.core.context.SecurityContextHolder;

/// The menu of a list that hands out files, over a real database.
@SpringBootTest(classes = ScreenWorld.class)
class ExportMenuTest extends SpringBrowserlessTest {

    private static final TypeName CITIES = new TypeName("cities");
    private static final FieldName NAME = new FieldName("name");

    private final TransferDesk desk = new TransferDesk();
    private final AnnotationConfigApplicationContext security =
            new AnnotationConfigApplicationContext();
    private EntityQuery shown = EntityQuery.of(CITIES, 100);

    @ComponentScan(
            basePackages = "io.mergedesk.security",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(CurrentPeople|CurrentActor)"))
    static class Rights {}

    @BeforeEach
    void begin() {
        var people = new MemoryPeople();
        people.add(new Account(aPerson().called("anna").build(), ""));
        security.registerBean(MemoryPeople.class, () -> people);
        security.register(Rights.class);
        security.refresh();
        ScreenWorld.signIn("anna", Role.USER);
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CITIES,
                                "Cities",
                                "City",
                                List.of(FieldDefinition.of(NAME, "Name", FieldKind.TEXT)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
        for (var city : List.of("Lyon", "Nice")) {
            desk.get(EntityService.class)
                    .save(
                            new Edit.Create(
                                    CITIES,
                                    Patch.of(Map.of(NAME, Optional.of(new FieldValue.Text(city))))),
                            Author.of(TransferDesk.USER, Origin.UI));
        }
    }

    @AfterEach
    void end() {
        SecurityContextHolder.clearContext();
        security.close();
        desk.close();
    }

    @Test
    void a_csv_file_holds_what_the_list_shows_at_the_moment_of_the_click() {
        var link = link(0);
        shown =
                shown.where(
                        List.of(new Filter(NAME, Filter.Operator.EQ, new FieldValue.Text("Nice"))));

        var text = new String(download(link), StandardCharsets.UTF_8);

        assertThat(text).startsWith("\uFEFFid,revision,Name\r\n").contains(",Nice");
        assertThat(text).doesNotContain("Lyon");
    }

    @Test
    void a_workbook_holds_the_rows_of_the_list() throws IOException {
        var bytes = download(link(1));

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getFirstSheet().read())
                    .extracting(row -> row.getCell(2).asString())
                    .containsExactlyInAnyOrder("Name", "Lyon", "Nice");
        }
    }

    private Anchor link(int place) {
        var menu =
                new ExportMenu(
                        desk.get(Exports.class),
                        desk.get(TypeService.class),
                        security.getBean(CurrentActor.class),
                        () -> shown);
        UI.getCurrent().add(menu);
        var items = menu.getItems().getFirst().getSubMenu().getItems();
        return (Anchor) items.get(place).getChildren().findFirst().orElseThrow();
    }

    private byte[] download(Anchor link) {
        var out = new ByteArrayOutputStream();
        test(link).download(out);
        return out.toByteArray();
    }
}
