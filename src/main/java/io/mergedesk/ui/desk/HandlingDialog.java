package io.mergedesk.ui.desk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import io.mergedesk.common.Priority;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.desk.HandleOutcome;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;
import java.util.function.Consumer;

/// What the desk notes about one conflict: who takes it, how urgent it is, a note.
final class HandlingDialog extends Dialog {

    private static final int LONGEST_NOTE = 2_000;

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final transient Consumer<Conflict> handled;
    private final RadioButtonGroup<Priority> priority = new RadioButtonGroup<>("Priority");
    private final ComboBox<UserId> assignee = new ComboBox<>("Taken by");
    private final Checkbox inspected = new Checkbox("Inspected");
    private final TextArea note = new TextArea("Note");
    private transient Conflict conflict;

    HandlingDialog(DeskServices services, Viewer viewer, DeskRow row, Consumer<Conflict> handled) {
        this.services = services;
        this.viewer = viewer;
        this.handled = handled;
        conflict = row.conflict();
        setHeaderTitle("Handle " + row.title());
        setWidth("min(460px, 92vw)");
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(DeskWords::of);
        assignee.setItems(services.records().names().active());
        assignee.setItemLabelGenerator(services.records().names()::of);
        assignee.setClearButtonVisible(true);
        assignee.setPlaceholder("Nobody yet");
        var me = new Button("Take it", _ -> assignee.setValue(viewer.id()));
        me.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var taken = new Div(assignee, me);
        taken.addClassName("desk-taken");
        note.setMaxLength(LONGEST_NOTE);
        note.setWidthFull();
        note.setMinHeight("96px");
        note.setHelperText("Whoever you name, as in @anna, is told");
        var form = new Div(priority, taken, inspected, note);
        form.addClassName("desk-form");
        add(form);
        var save = new Button("Save", _ -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        fill(conflict.handling());
    }

    private void fill(Handling handling) {
        priority.setValue(handling.priority());
        assignee.setValue(handling.assignee().orElse(null));
        inspected.setValue(handling.inspected());
        note.setValue(handling.note());
    }

    private void save() {
        var wanted =
                new Handling(
                        priority.getValue(),
                        Optional.ofNullable(assignee.getValue()),
                        inspected.getValue(),
                        note.getValue().strip());
        var outcome =
                services.desk().handle(conflict.id(), conflict.version(), wanted, viewer.actor());
        switch (outcome) {
            case HandleOutcome.Handled(var now) -> {
                close();
                handled.accept(now);
            }
            case HandleOutcome.Overtaken(var now) -> {
                conflict = now;
                handled.accept(now);
                Toast.say(
                        "Somebody else was faster. What they noted is in the list; save again to"
                                + " put yours in its place.");
            }
            case HandleOutcome.Refused(var violations) ->
                    Toast.say(violations.getFirst().message());
            case HandleOutcome.Forbidden _ -> Toast.say("Only supervisors keep the desk.");
            case HandleOutcome.Missing _ -> {
                close();
                Toast.say("It is no longer shared with you.");
            }
        }
    }
}
