package io.mergedesk.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.desk.BulkReport;
import io.mergedesk.ui.fields.ShownValues;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What a rule would do: how many, what the first of them become, and what waits on.
final class BulkPreview extends Div {

    private static final int STAYS = 5;
    private static final int LONGEST = 80;

    private final transient ShownValues values;
    private final transient BiFunction<TypeName, FieldName, String> labels;

    BulkPreview(
            BulkReport report, ShownValues values, BiFunction<TypeName, FieldName, String> labels) {
        this.values = values;
        this.labels = labels;
        addClassName("bulk-preview");
        var counts = report.counts();
        var sentence =
                new Paragraph(
                        "%s would be settled, %,d would wait on. Nothing is written yet."
                                .formatted(
                                        DeskWords.count(counts.settled(), "conflict"),
                                        counts.staying()));
        sentence.getElement().setAttribute("role", "status");
        add(sentence);
        if (!report.samples().isEmpty()) {
            add(samples(report));
        }
        if (!report.stays().isEmpty()) {
            add(stays(report));
        }
    }

    private Div samples(BulkReport report) {
        var table = new Element("table");
        table.setAttribute("class", "bulk-samples");
        var head = new Element("tr");
        for (var title : new String[] {"Record", "Field", "Now", "Becomes"}) {
            head.appendChild(new Element("th").setAttribute("scope", "col").setText(title));
        }
        table.appendChild(new Element("thead").appendChild(head));
        var body = new Element("tbody");
        report.samples().forEach(sample -> rows(body, sample));
        table.appendChild(body);
        var place = new Div();
        place.addClassName("bulk-scroll");
        place.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "The first of them")
                .appendChild(table);
        return place;
    }

    private void rows(Element body, BulkReport.Sample sample) {
        if (sample.deleted()) {
            body.appendChild(row(sample.title(), "", "", new Element("span").setText("Deleted")));
            return;
        }
        sample.fields()
                .forEach((field, becomes) ->
                        body.appendChild(
                                row(
                                        sample.title(),
                                        labels.apply(sample.type(), field),
                                        words(becomes.theirs()),
                                        becomes(becomes))));
        if (sample.fields().isEmpty()) {
            body.appendChild(
                    row(sample.title(), "", "", new Element("span").setText("stays as it is")));
        }
    }

    private Element becomes(BulkReport.Becomes becomes) {
        boolean stays = Objects.equals(becomes.chosen(), becomes.theirs());
        var said =
                new Element(stays ? "span" : "strong")
                        .setText(words(becomes.chosen()) + (stays ? " (stays)" : ""));
        return said;
    }

    private static Element row(String record, String field, String now, Element becomes) {
        return new Element("tr")
                .appendChild(
                        new Element("th").setAttribute("scope", "row").setText(record),
                        new Element("td").setText(field),
                        new Element("td").setText(now),
                        new Element("td").appendChild(becomes));
    }

    private String words(@Nullable FieldValue value) {
        var words = values.orEmpty(value);
        return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
    }

    private static Div stays(BulkReport report) {
        var list = new UnorderedList();
        report.stays().stream()
                .limit(STAYS)
                .forEach(stay ->
                        list.add(
                                new ListItem(
                                        (stay.title().isBlank() ? "" : stay.title() + ": ")
                                                + stay.words())));
        long more = report.counts().staying() - Math.min(STAYS, report.stays().size());
        if (more > 0) {
            list.add(new ListItem("and %,d more".formatted(more)));
        }
        var title = new Span("These wait on");
        title.addClassName("desk-first");
        var stays = new Div(title, list);
        stays.addClassName("bulk-stays");
        return stays;
    }
}
