package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.mergedesk.desk.Told;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;

/// What a person is told, the latest first.
final class NoticeList extends Div {

    private static final int SHOWN = 30;

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final transient Runnable close;
    private final UnorderedList list = new UnorderedList();

    NoticeList(DeskServices services, Viewer viewer, Runnable close) {
        this.services = services;
        this.viewer = viewer;
        this.close = close;
        addClassName("notices");
        list.getElement().setAttribute("aria-label", "Notices");
    }

    /// Reads them, and remembers that the person has.
    void refresh() {
        removeAll();
        list.removeAll();
        add(new H2("Notices"));
        var actor = viewer.actor();
        var latest = services.inbox().latest(actor, Optional.empty(), SHOWN);
        var values = new ShownValues(viewer, new Titles(viewer));
        var words =
                new NoticeWords(
                        services.records().names()::of,
                        value -> values.orEmpty(value.orElse(null)));
        latest.forEach(told -> show(told, words, values));
        if (latest.isEmpty()) {
            var none =
                    new Paragraph(
                            "Nothing yet. You are told here when an edit of yours waits for a"
                                    + " decision, and what became of it.");
            none.addClassName("soft");
            add(none);
        } else {
            add(list);
            services.inbox().read(latest.getFirst().notice().id(), actor);
        }
    }

    private void show(Told told, NoticeWords words, ShownValues values) {
        services.records()
                .types()
                .find(told.notice().type())
                .ifPresent(type ->
                        list.add(
                                new NoticeItem(
                                        told,
                                        words.of(told, type),
                                        values.ago(told.notice().at()),
                                        () -> open(told),
                                        told.restorable()
                                                ? Optional.of(() -> restore(told))
                                                : Optional.empty())));
    }

    /// Whoever may not see the conflict is led to the record.
    private void open(Told told) {
        close.run();
        var notice = told.notice();
        boolean seen = services.desk().find(notice.conflict(), viewer.actor()).isPresent();
        UI.getCurrent()
                .navigate(
                        seen
                                ? "conflicts/" + notice.conflict()
                                : "records/" + notice.type() + "/" + notice.entity());
    }

    private void restore(Told told) {
        var outcome = services.inbox().restore(told.notice(), viewer.actor());
        Toast.say(
                outcome.map(it -> words(it, told.title())).orElse("There is nothing to restore."));
        refresh();
    }

    private static String words(SaveOutcome outcome, String title) {
        return switch (outcome) {
            case SaveOutcome.Applied _, SaveOutcome.Merged _ ->
                    "Restored: " + title + " has your value again.";
            case SaveOutcome.Parked _, SaveOutcome.Contested _ ->
                    "Somebody changed " + title + " since. Your value waits for a decision.";
            case SaveOutcome.Refused(var violations, _) ->
                    "Not restored: " + violations.getFirst().message();
            case SaveOutcome.Gone _ -> "Not restored: " + title + " was deleted.";
            case SaveOutcome.Missing _ -> "Not restored: it is no longer shared with you.";
        };
    }
}
