package io.mergedesk.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.mergedesk.common.UserId;
import java.util.List;
import java.util.Map;

/// One of everything the shell gives to screens.
@Route(value = "samples/contacts", layout = MainLayout.class)
@PageTitle("Contacts · Mergedesk")
@AnonymousAllowed
class SampleView extends Div implements HasShortcuts {

    private record Row(String name, String city, StatusBadge.Kind kind) {}

    private final TextField name = BrowserDrafts.named("name", new TextField("Name"));
    private final ComboBox<String> status =
            BrowserDrafts.named("status", new ComboBox<>("Status", "Active", "Paused"));
    private final Span leftOver = new Span();

    SampleView() {
        addClassName("page");
        var form = new Div(name, status);
        var drafts = new BrowserDrafts(form, new UserId("supervisor"), "record-1");
        drafts.keep(found -> leftOver.setText(found.toString()));
        leftOver.setId("left-over");
        var save = new Button("Save", _ -> drafts.confirmed(Map.of("name", name.getValue())));
        var broken =
                new Button(
                        "Break",
                        _ -> {
                            throw new IllegalStateException("secret detail");
                        });
        var create = new Button("New contact");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        var header = new PageHeader("Contacts").withActions(new Button("Import"), broken, create);
        header.showPeople(List.of("Olivia Fisher", "admin"));
        var note =
                new Div(
                        new Person("Sonia Urban").asTheirs(),
                        new Span(
                                "supervisor changed 2 fields 3 minutes ago: Phone, Status. Your 2 unsaved fields are safe."),
                        new Button("Show"));
        note.addClassName("note");
        add(header, note, form, save, leftOver, difference(), grid());
    }

    private static Paragraph difference() {
        var text = new Paragraph("+33 4 72 55 55 ");
        text.getElement()
                .appendChild(new Element("del").setText("00"), new Element("ins").setText("01"));
        return text;
    }

    private static Grid<Row> grid() {
        var grid = new Grid<Row>();
        grid.addColumn(Row::name).setHeader("Name").setSortable(true);
        grid.addColumn(Row::city).setHeader("City");
        grid.addComponentColumn(row ->
                new StatusBadge(row.kind().name().toLowerCase(java.util.Locale.ROOT), row.kind()));
        grid.setItems(
                new Row("Dupond & fils", "Lyon", StatusBadge.Kind.SYNCED),
                new Row("Northwind depot", "Lyon", StatusBadge.Kind.PENDING),
                new Row("Quay workshop", "Hamburg", StatusBadge.Kind.CONFLICT));
        grid.setAllRowsVisible(true);
        return grid;
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(new Shortcut("Alt H", "History of the record"));
    }
}
