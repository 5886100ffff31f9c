package io.mergedesk.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.MorePeople;
import io.mergedesk.ui.shell.Person;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;
import java.util.Locale;

/// What a form is about: title, revision, status, who changed it last, who else is here.
final class FormHead extends Div {

    private static final int SEATS = 2;

    private final transient EntityType type;
    private final transient Viewer viewer;
    private final transient ShownValues values;
    private final H2 title = new H2();
    private final Span revision = new Span();
    private final Span status = new Span();
    private final Div byline = new Div();
    private final Div people = new Div();
    private final Div attention = new Div();

    FormHead(EntityType type, Viewer viewer, ShownValues values, Runnable close) {
        this.type = type;
        this.viewer = viewer;
        this.values = values;
        addClassName("form-head");
        revision.addClassNames("form-revision", "number");
        byline.addClassName("form-byline");
        people.addClassNames("people", "form-people");
        people.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", "Also at this record");
        var shut = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> close.run());
        shut.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        shut.setAriaLabel("Close the form");
        shut.addClassName("form-close");
        var line = new Div(title, revision, status, people, shut);
        line.addClassName("form-title");
        attention.addClassName("form-attention");
        var under = new Div(byline, attention);
        under.addClassName("form-under");
        add(line, under);
        showPeople(List.of());
    }

    void showNew() {
        title.setText("New " + type.definition().singular().toLowerCase(Locale.ROOT));
        revision.setVisible(false);
        status.setVisible(false);
        byline.setText("Not saved yet");
    }

    void show(Entity entity) {
        title.setText(type.titleOf(entity));
        if (attention.getChildren().findAny().isEmpty()) {
            attention.add(new FollowMenu(viewer, entity.id()));
        }
        revision.setVisible(true);
        revision.setText(entity.revision().toString());
        revision.getElement().setAttribute("title", "Revision " + entity.revision().number());
        status.setVisible(true);
        status.removeAll();
        status.add(badge(entity));
        var by = viewer.services().names().of(entity.updatedBy());
        byline.setText("Last change by " + by + ", " + values.time(entity.updatedAt()));
        byline.getElement()
                .setAttribute(
                        "title",
                        "Created by "
                                + viewer.services().names().of(entity.createdBy())
                                + ", "
                                + values.time(entity.createdAt()));
    }

    private static StatusBadge badge(Entity entity) {
        if (entity.deleted()) {
            return new StatusBadge("deleted", StatusBadge.Kind.BAD);
        }
        return switch (entity.status()) {
            case SYNCED -> new StatusBadge("synced", StatusBadge.Kind.SYNCED);
            case PENDING -> new StatusBadge("pending", StatusBadge.Kind.PENDING);
            case CONFLICT -> new StatusBadge("conflict", StatusBadge.Kind.CONFLICT);
        };
    }

    /// Who else has this record open, and what they do with it.
    void showPeople(List<Presence.Here> here) {
        people.removeAll();
        for (var one : here.subList(0, Math.min(SEATS, here.size()))) {
            var person = new Person(one.name());
            person.setTooltipEnabled(false);
            var seat = new Div(person);
            seat.addClassNames("seat", one.editing() ? "seat-editing" : "seat-looking");
            seat.getElement()
                    .setAttribute("title", one.words())
                    .setAttribute("role", "img")
                    .setAttribute("aria-label", one.words());
            if (one.editing()) {
                seat.add(new Span("editing"));
            }
            people.add(seat);
        }
        if (here.size() > SEATS) {
            people.add(
                    new MorePeople(here.stream().skip(SEATS).map(Presence.Here::words).toList()));
        }
        people.setVisible(!here.isEmpty());
    }
}
