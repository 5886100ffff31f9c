package io.mergedesk.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Entity;
import io.mergedesk.sync.EditStatuses;
import io.mergedesk.ui.shell.PageHeader;
import java.util.Optional;

/// The timeline of one record, and beside it one change or two revisions compared.
final class HistoryPage extends Composite<Div> {

    private final Subject subject;
    private final Teller teller;
    private final PageHeader header = new PageHeader("History");
    private final Div deleted = new Div();
    private final HistoryFilter filter;
    private final LoadedTimeline timeline;
    private final Section detailPlace = new Section();
    private final Div columns;
    private final RevisionDetail detail;
    private final Comparison comparison;
    private HistoryAddress address = HistoryAddress.START;
    private Optional<Revision> shown = Optional.empty();

    HistoryPage(Subject subject, EditStatuses edits, Teller teller) {
        this.subject = subject;
        this.teller = teller;
        var restoring = new Restoring(subject, teller, this::restored);
        filter = new HistoryFilter(teller.type(), this::go);
        detail = new RevisionDetail(teller, restoring);
        comparison =
                new Comparison(
                        teller, subject, restoring, (from, to) -> go(address.comparing(from, to)));
        timeline = new LoadedTimeline(subject, edits, teller, revision -> go(address.at(revision)));
        columns = new Div(timeline, detailPlace);
        deleted.addClassNames("note", "note-warn", "deleted-note");
        var bring = new Button("Restore", _ -> restoring.deleted());
        bring.addThemeVariants(ButtonVariant.LUMO_SMALL);
        deleted.add(new Span("This record is deleted. Everything it held is kept."), bring);
        columns.addClassName("history-columns");
        detailPlace.addClassNames("card", "history-detail");
        detailPlace.getElement().setAttribute("aria-label", "Details");
        getContent().addClassName("history");
        getContent().add(header, deleted, filter, columns);
        header.withActions(compareButton(), recordLink());
        timeline.restart(address.field());
    }

    Subject subject() {
        return subject;
    }

    String title() {
        return "History of " + subject.current().map(teller.type()::titleOf).orElse("a record");
    }

    /// Shows what an address says.
    void show(HistoryAddress wanted) {
        boolean otherField = !wanted.field().equals(address.field());
        address = wanted;
        filter.show(wanted);
        if (otherField) {
            timeline.restart(address.field());
        }
        draw();
    }

    /// Adds what has happened since, and leaves what is there.
    void refresh() {
        if (timeline.refresh()) {
            drawHead(subject.current());
            timeline.select(shown);
        }
        detail.tell(shown.flatMap(timeline::synced));
    }

    private void restored() {
        refresh();
        draw();
    }

    private void go(HistoryAddress wanted) {
        if (wanted.equals(address)) {
            draw();
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(path(), wanted.parameters()));
    }

    private String path() {
        return "records/" + teller.type().name() + "/" + subject.id() + "/history";
    }

    private void draw() {
        var current = subject.current();
        drawHead(current);
        detailPlace.removeAll();
        columns.setClassName(
                "detail-asked", address.revision().isPresent() || address.compare().isPresent());
        detailPlace.add(back());
        detailPlace.add(current.map(this::beside).orElseGet(this::notShared));
    }

    private void drawHead(Optional<Entity> current) {
        header.setHeading(title());
        header.setNote(
                teller.type().definition().singular()
                        + current.map(entity -> " · " + entity.revision()).orElse(""));
        deleted.setVisible(current.filter(Entity::deleted).isPresent());
    }

    private Component beside(Entity current) {
        if (address.compare().isPresent()) {
            shown = Optional.empty();
            timeline.select(shown);
            comparison.show(address.compare().get(), current, address.field(), address.sentences());
            return comparison;
        }
        shown = address.revision().or(() -> timeline.first());
        timeline.select(shown);
        var change = shown.flatMap(subject::change);
        if (change.isEmpty()) {
            return new Paragraph(
                    "There is no such revision: this record has v1 to " + current.revision() + ".");
        }
        detail.show(
                change.get(),
                current,
                address.field(),
                address.sentences(),
                () -> go(comparing(change.get().revision(), current)));
        detail.tell(shown.flatMap(timeline::synced));
        return detail;
    }

    /// With what one most likely wants to compare: with now, or for what is now, with before.
    private HistoryAddress comparing(Revision revision, Entity current) {
        var now = current.revision();
        return revision.equals(now)
                ? address.comparing(new Revision(Math.max(1, now.number() - 1)), now)
                : address.comparing(revision, now);
    }

    private Component notShared() {
        return new Paragraph("This record is no longer shared with you.");
    }

    private Button back() {
        var back = new Button("← Timeline", _ -> go(address.closed()));
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        back.addClassName("back-to-timeline");
        return back;
    }

    private Button compareButton() {
        return new Button(
                "Compare revisions",
                _ -> subject.current().ifPresent(now -> go(comparing(now.revision(), now))));
    }

    private Anchor recordLink() {
        var link =
                new Anchor("records/" + teller.type().name() + "/" + subject.id(), "Open record");
        link.addClassName("button-link");
        return link;
    }
}
