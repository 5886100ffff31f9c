package io.mergedesk.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.BulkJob;
import io.mergedesk.desk.BulkOutcome;
import io.mergedesk.desk.BulkReport;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;
import java.util.function.Consumer;

/// Decides many conflicts: a rule, what it would do, and only then doing it.
final class BulkDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    /// The rules to choose from.
    private enum Choice {
        NEWEST("The newest wins", "What was written last stands."),
        PERSON("One person wins", "What this person wrote stands, wherever it is one side."),
        SOURCE(
                "The better source wins",
                "What a person typed stands against a program, a program against an import."),
        MERGE("Merge again", "With the policies of today; what they do not decide waits on.");

        private final String label;
        private final String help;

        Choice(String label, String help) {
            this.label = label;
            this.help = help;
        }
    }

    private final transient DeskServices services;
    private final transient Viewer viewer;
    private final transient BulkRequest.Selection selection;
    private final transient Consumer<BulkReport> done;
    private final RadioButtonGroup<Choice> rule = new RadioButtonGroup<>("Rule");
    private final ComboBox<UserId> person = new ComboBox<>("Person");
    private final TextField reason = new TextField("Reason (kept with each decision)");
    private final Div body = new Div();

    /// @param scope which conflicts these are, in words
    BulkDialog(
            DeskServices services,
            Viewer viewer,
            BulkRequest.Selection selection,
            String scope,
            Consumer<BulkReport> done) {
        this.services = services;
        this.viewer = viewer;
        this.selection = selection;
        this.done = done;
        setHeaderTitle("Decide by a rule");
        setWidth("min(720px, 94vw)");
        rule.setItems(Choice.values());
        rule.setItemLabelGenerator(choice -> choice.label);
        rule.setRenderer(new ComponentRenderer<>(BulkDialog::explained));
        rule.setValue(Choice.NEWEST);
        rule.addThemeName("vertical");
        rule.addValueChangeListener(_ -> person.setVisible(rule.getValue() == Choice.PERSON));
        person.setItems(services.records().names().active());
        person.setItemLabelGenerator(services.records().names()::of);
        person.setVisible(false);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        body.addClassName("desk-form");
        add(new Paragraph(scope), body);
        choose();
    }

    private static Div explained(Choice choice) {
        var label = new Div(choice.label);
        label.addClassName("desk-first");
        var help = new Div(choice.help);
        help.addClassName("desk-second");
        return new Div(label, help);
    }

    private void choose() {
        show(rule, person);
        var attempt = new Button("Try it", _ -> attempt());
        attempt.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        foot(new Button("Cancel", _ -> close()), attempt);
    }

    private void attempt() {
        if (rule.getValue() == Choice.PERSON && person.getValue() == null) {
            person.setInvalid(true);
            person.setErrorMessage("Choose whose values stand");
            person.focus();
            return;
        }
        var job = services.bulk().start(request(), viewer.author(), true);
        foot();
        show(new BulkProgress("Trying, nothing is written …", job, this::tried));
    }

    private void tried(BulkJob job) {
        var report = report(job);
        if (report.isEmpty() || report.get().cancelled()) {
            choose();
            return;
        }
        var found = report.get();
        var shown = new ShownValues(viewer, new Titles(viewer));
        show(new BulkPreview(found, shown, this::label), reason);
        var back = new Button("Another rule", _ -> choose());
        if (found.counts().settled() == 0) {
            reason.setVisible(false);
            foot(new Button("Close", _ -> close()), back);
            return;
        }
        reason.setVisible(true);
        var settle =
                new Button(
                        "Settle " + DeskWords.count(found.counts().settled(), "conflict"),
                        _ -> settle());
        settle.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        foot(new Button("Cancel", _ -> close()), back, settle);
    }

    private void settle() {
        var job = services.bulk().start(request(), viewer.author(), false);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        foot();
        show(new BulkProgress("Settling …", job, this::settled));
    }

    private void settled(BulkJob job) {
        close();
        report(job).ifPresent(done);
    }

    private Optional<BulkReport> report(BulkJob job) {
        return job.outcome()
                .flatMap(outcome ->
                        switch (outcome) {
                            case BulkOutcome.Applied(var report) -> Optional.of(report);
                            case BulkOutcome.Undone _, BulkOutcome.Forbidden _ ->
                                    Optional.<BulkReport>empty();
                        })
                .or(() -> {
                    Toast.say(
                            "That broke off. What was settled stays settled and is in the list of"
                                    + " settled ones; try again.");
                    return Optional.empty();
                });
    }

    private BulkRequest request() {
        SettlingRule chosen =
                switch (rule.getValue()) {
                    case NEWEST -> new SettlingRule.Newest();
                    case PERSON -> new SettlingRule.SideOf(person.getValue());
                    case SOURCE -> SettlingRule.Sources.USUAL;
                    case MERGE -> new SettlingRule.MergeAgain();
                };
        return new BulkRequest(selection, chosen, reason.getValue().strip());
    }

    private String label(TypeName type, FieldName field) {
        return services.records()
                .types()
                .find(type)
                .map(found -> found.labelOf(field))
                .orElse(field.value());
    }

    private void show(Component... parts) {
        body.removeAll();
        body.add(parts);
    }

    private void foot(Button... buttons) {
        getFooter().removeAll();
        getFooter().add(buttons);
    }
}
