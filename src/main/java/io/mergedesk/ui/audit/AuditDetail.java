package io.mergedesk.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Locale;
import java.util.function.Consumer;

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
            case AuditItem.Edited(var change) ->
                    add(new EditPart(change, viewer, words, values, () -> show(item)));
            case AuditItem.Noted(var entry) -> showEntry(item, entry);
        }
        add(foot(item));
    }

    private void showEntry(AuditItem item, TrailEntry entry) {
        var sentence =
                words.who(item)
                        + " "
                        + words.did(item)
                        + words.what(item).map(what -> " " + what).orElse("");
        var head = DetailHead.of(sentence);
        entry.entity()
                .flatMap(entity -> entry.type().map(type -> "records/" + type + "/" + entity))
                .ifPresent(record ->
                        head.add(
                                DetailHead.link(record + "/history", "History"),
                                DetailHead.link(record, "Open record")));
        var byline = DetailHead.byline(item, words);
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
        add(new DecisionPart(conflict, words, values, words.labels(conflict.type())));
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

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
