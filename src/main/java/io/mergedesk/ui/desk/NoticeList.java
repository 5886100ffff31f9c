package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.desk.Digest;
import io.mergedesk.desk.InboxEntry;
import io.mergedesk.desk.Told;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.List;
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
        latest.forEach(entry -> show(entry, words, values));
        if (latest.isEmpty()) {
            var none =
                    new Paragraph(
                            "Nothing yet. You are told here when an edit of yours waits for a"
                                    + " decision, what became of it, and when others change a"
                                    + " record that you follow.");
            none.addClassName("soft");
            add(none);
        } else {
            add(list);
            services.inbox().read(latest, actor);
        }
    }

    private void show(InboxEntry entry, NoticeWords words, ShownValues values) {
        services.records()
                .types()
                .find(entry.type())
                .ifPresent(type ->
                        list.add(
                                new NoticeItem(
                                        entry,
                                        words.of(entry, type),
                                        values.ago(entry.at()),
                                        actions(entry))));
    }

    private List<NoticeItem.Action> actions(InboxEntry entry) {
        return switch (entry) {
            case Told told when told.restorable() ->
                    List.of(
                            new NoticeItem.Action("Open", () -> open(told)),
                            new NoticeItem.Action("Restore", () -> restore(told)));
            case Told told -> List.of(new NoticeItem.Action("Open", () -> open(told)));
            case Digest digest ->
                    List.of(
                            new NoticeItem.Action("Open", () -> go(record(digest))),
                            new NoticeItem.Action("See changes", () -> compare(digest)));
        };
    }

    /// Whoever may not see the conflict is led to the record.
    private void open(Told told) {
        boolean seen = services.desk().find(told.notice().conflict(), viewer.actor()).isPresent();
        if (told.count() > 1) {
            go("conflicts", QueryParameters.of("entity", told.entity().toString()));
        } else {
            go(seen ? "conflicts/" + told.notice().conflict() : record(told));
        }
    }

    private void compare(Digest digest) {
        var span = digest.from().number() + ".." + digest.to().number();
        go(record(digest) + "/history", QueryParameters.of("compare", span));
    }

    private static String record(InboxEntry entry) {
        return "records/" + entry.type() + "/" + entry.entity();
    }

    private void go(String path) {
        go(path, QueryParameters.empty());
    }

    private void go(String path, QueryParameters query) {
        close.run();
        UI.getCurrent().navigate(path, query);
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
