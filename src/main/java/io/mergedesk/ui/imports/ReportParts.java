package io.mergedesk.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.transfer.RowChange;
import io.mergedesk.transfer.RowProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The parts that a report of an import is made of.
final class ReportParts {

    private static final int ROWS = 20;
    private static final int LONGEST = 80;

    private ReportParts() {}

    static Div counts(BatchCounts counts, boolean dry) {
        var tiles =
                new Div(
                        tile(counts.created(), dry ? "would be new" : "new", "ok"),
                        tile(counts.updated(), dry ? "would change" : "changed", "mine"),
                        tile(counts.skipped(), "unchanged", "plain"),
                        tile(counts.failed(), "not taken", "bad"));
        tiles.addClassName("import-tiles");
        tiles.getElement().setAttribute("role", "status");
        return tiles;
    }

    static Component fields(Map<FieldName, Long> changed, Function<FieldName, String> label) {
        var list = new Div();
        list.addClassName("import-fields");
        changed.entrySet().stream()
                .sorted(
                        Map.Entry.<FieldName, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(ROWS)
                .forEach(entry -> {
                    var chip =
                            new Span(label.apply(entry.getKey()) + " " + number(entry.getValue()));
                    chip.addClassName("badge");
                    list.add(chip);
                });
        return section("Fields that change, and in how many rows", list);
    }

    static Component changes(List<RowChange> changes, Function<FieldName, String> label) {
        var list = new UnorderedList();
        list.addClassName("import-list");
        changes.stream().limit(ROWS).forEach(change -> list.add(line(change, label)));
        return section(changes.size() > ROWS ? "The first " + ROWS + " rows" : "Row by row", list);
    }

    static Component problems(List<RowProblem> problems, long failed) {
        var list = new UnorderedList();
        list.addClassName("import-list");
        for (var problem : problems.stream().limit(ROWS).toList()) {
            var line = new Span("Line " + problem.line());
            line.addClassNames("badge", "badge-bad");
            var item = new ListItem(line, new Span(problem.message()));
            if (!problem.value().isEmpty()) {
                var value = new Span("found “" + cut(problem.value()) + "”");
                value.addClassName("soft");
                item.add(value);
            }
            list.add(item);
        }
        return section("Rows that are not taken (" + number(failed) + ")", list);
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static ListItem line(RowChange change, Function<FieldName, String> label) {
        var title = new Span(cut(change.title()));
        title.addClassName("import-title");
        var item = new ListItem(title);
        if (change.creates()) {
            var badge = new Span("new");
            badge.addClassNames("badge", "badge-ok");
            item.add(badge);
        }
        change.fields().stream()
                .limit(change.creates() ? 4 : 8)
                .forEach(field -> item.add(diff(field, change.creates(), label)));
        return item;
    }

    private static Span diff(
            FieldChange field, boolean creates, Function<FieldName, String> label) {
        var diff = new Span(label.apply(field.field()) + ": ");
        diff.addClassName("import-diff");
        if (!creates && field.from() != null) {
            diff.getElement().appendChild(new Element("del").setText(text(field.from())));
            diff.getElement().appendChild(Element.createText(" "));
        }
        if (field.to() != null) {
            var to = creates ? new Element("span") : new Element("ins");
            diff.getElement().appendChild(to.setText(text(field.to())));
        }
        return diff;
    }

    private static Div section(String title, Component content) {
        var section = new Div(new H3(title), content);
        section.addClassName("import-section");
        return section;
    }

    private static Div tile(long number, String label, String tone) {
        var count = new Span(number(number));
        count.addClassName("import-count");
        var tile = new Div(count, new Span(label));
        tile.addClassNames("import-tile", "tone-" + (number > 0 ? tone : "plain"));
        return tile;
    }

    private static String text(@Nullable FieldValue value) {
        return value == null ? "" : cut(FieldText.write(value));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
