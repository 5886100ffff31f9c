package io.mergedesk.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.EventName;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.DiffTable;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One thing that happened: who, when, how, what became of each field, and the decision behind it.
final class AuditDetail extends Div {

    private final transient Viewer viewer;
    private final transient ItemWords words;
    private final transient ValueWords values;
    private final transient Consumer<AuditCondition> narrow;

    /// @param narrow shows only what is like this
    AuditDetail(
            Viewer viewer, ItemWords words, ValueWords values, Consumer<AuditCondition> narrow) {
        this.viewer = viewer;
        this.words = words;
        this.values = values;
        this.narrow = narrow;
        addClassName("detail");
    }

    void show(AuditItem item) {
        removeAll();
        switch (item) {
            case AuditItem.Edited(var change) -> showEdit(change);
            case AuditItem.Noted(var entry) -> showEntry(item, entry);
        }
        add(foot(item));
    }

    private void showEdit(Change change) {
        var revision = change.revision();
        boolean first = change.event() == EventName.ENTITY_CREATED;
        var title = words.titles().apply(change.entity());
        var steps =
                first ? revision + ", the first" : "v" + (revision.number() - 1) + " → " + revision;
        var record = "records/" + change.type() + "/" + change.entity();
        var head =
                head(
                        title + ", " + steps,
                        link(record + "/history?rev=" + revision.number(), "History"));
        if (!first) {
            head.add(
                    link(
                            record
                                    + "/history?compare="
                                    + (revision.number() - 1)
                                    + ".."
                                    + revision.number(),
                            "Compare"));
        }
        head.add(link(record, "Open record"));
        var byline = byline(new AuditItem.Edited(change));
        byline.add(" · " + ChangeWords.story(change));
        add(head, byline);
        var labels = labels(change.type());
        if (change.fields().isEmpty()) {
            add(new Paragraph(nothing(change)));
        } else {
            var table =
                    new DiffTable(
                            values,
                            labels,
                            first ? "Before" : "From",
                            first ? "First value" : "To");
            table.setClassName("diff-first", first);
            change.fields().stream()
                    .sorted(Comparator.comparing(FieldChange::field, order(change.type())))
                    .forEach(one -> table.addRow(one.field(), one.from(), one.to()));
            add(table);
        }
        viewer.services()
                .conflicts()
                .settledBy(change.entity(), revision, viewer.actor())
                .ifPresent(this::addDecision);
    }

    private void showEntry(AuditItem item, TrailEntry entry) {
        var sentence =
                words.who(item)
                        + " "
                        + words.did(item)
                        + words.what(item).map(what -> " " + what).orElse("");
        var head = head(sentence);
        entry.entity()
                .flatMap(entity -> entry.type().map(type -> "records/" + type + "/" + entity))
                .ifPresent(record ->
                        head.add(
                                link(record + "/history", "History"), link(record, "Open record")));
        var byline = byline(item);
        entry.address().ifPresent(address -> byline.add(" · from " + address));
        add(head, byline);
        var conflict =
                entry.conflict()
                        .flatMap(id -> viewer.services().conflicts().find(id, viewer.actor()))
                        .map(now -> now.conflict());
        if (conflict.isPresent()) {
            addDecision(conflict.get());
        } else if (!entry.details().byName().isEmpty()) {
            add(details(entry));
        }
    }

    private static DescriptionList details(TrailEntry entry) {
        var list = new DescriptionList();
        list.addClassName("audit-details");
        entry.details()
                .byName()
                .forEach((name, text) ->
                        list.add(
                                new DescriptionList.Term(capital(name)),
                                new DescriptionList.Description(text.isEmpty() ? "–" : text)));
        return list;
    }

    private void addDecision(Conflict conflict) {
        add(new DecisionPart(conflict, words, values, labels(conflict.type())));
    }

    private Div byline(AuditItem item) {
        var line = new Div();
        line.addClassNames("soft", "small");
        line.add(words.who(item) + ", ");
        line.add(words.time().moment(item.at(), words.time().within(item.at())));
        return line;
    }

    private static Div head(String heading, Component... actions) {
        var head = new Div(new H2(heading));
        head.addClassName("detail-head");
        head.add(actions);
        return head;
    }

    private static Anchor link(String address, String label) {
        var link = new Anchor(address, label);
        link.addClassNames("button-link", "button-link-small");
        return link;
    }

    /// Its place, and the way to all that is like it.
    private Div foot(AuditItem item) {
        var foot = new Div();
        foot.addClassNames("soft", "small", "number", "audit-foot");
        foot.add(
                String.format(
                        Locale.ENGLISH,
                        "Row %,d of the %s",
                        item.sequence().number(),
                        item instanceof AuditItem.Edited ? "edits" : "other entries"));
        item.entity()
                .ifPresent(entity ->
                        foot.add(only("Only this record", new AuditCondition.OfEntity(entity))));
        item.by()
                .ifPresent(person ->
                        foot.add(only("Only this person", new AuditCondition.By(person))));
        return foot;
    }

    private Button only(String label, AuditCondition condition) {
        var button = new Button(label, _ -> narrow.accept(condition));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private Function<FieldName, String> labels(TypeName type) {
        return field -> type(type).map(its -> its.labelOf(field)).orElse(field.value());
    }

    private Comparator<FieldName> order(TypeName type) {
        return type(type)
                .map(ChangeWords::inOrderOf)
                .orElseGet(() -> Comparator.comparing(FieldName::value));
    }

    private Optional<EntityType> type(TypeName name) {
        return words.types().apply(name);
    }

    private static String nothing(Change change) {
        return change.event() == EventName.ENTITY_DELETED
                ? "The record was deleted with everything it held. Nothing of it is lost."
                : "No field changed.";
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
