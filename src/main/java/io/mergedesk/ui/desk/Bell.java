package io.mergedesk.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.mergedesk.common.Subscription;
import io.mergedesk.desk.Inbox;
import io.mergedesk.ui.fields.Viewer;
import org.jspecify.annotations.Nullable;

/// How many notices are unread, live, and behind it what they say.
@StyleSheet("context://styles/notices.css")
final class Bell extends Div {

    private final transient DeskServices services;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span count = new Span();
    private final Span told = new Span();
    private final Popover popover = new Popover();
    private transient @Nullable Viewer viewer;
    private transient Subscription live = () -> {};
    private int unread;

    Bell(DeskServices services) {
        this.services = services;
        addClassName("bell");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        count.addClassNames("badge", "badge-conflict", "bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        told.addClassName("visually-hidden");
        told.getElement().setAttribute("role", "status");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel("Notices");
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                open();
            }
        });
        add(button, count, told, popover);
        show(0);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var person = Viewer.of(event.getUI(), services.records());
        viewer = person;
        live = LiveNotices.subscribe(event.getUI(), person, this::refresh);
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        live.close();
        super.onDetach(event);
    }

    private void refresh() {
        if (viewer != null) {
            show(viewer.stillHere().map(services.inbox()::unread).orElse(0));
        }
    }

    private void open() {
        if (viewer != null) {
            var list = new NoticeList(services, viewer, popover::close);
            popover.removeAll();
            popover.add(list);
            list.refresh();
            refresh();
        }
    }

    private void show(int now) {
        var words =
                now >= Inbox.MOST_COUNTED
                        ? Inbox.MOST_COUNTED - 1 + "+ unread notices"
                        : DeskWords.count(now, "unread notice");
        button.setAriaLabel(now == 0 ? "Notices" : "Notices: " + words);
        button.setTooltipText(now == 0 ? "Notices" : words);
        count.setVisible(now > 0);
        count.setText(now >= Inbox.MOST_COUNTED ? Inbox.MOST_COUNTED - 1 + "+" : "" + now);
        // only what is new is worth interrupting for
        told.setText(now > unread ? words : "");
        unread = now;
    }
}
