package io.mergedesk.ui.history;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.DiffTable;
import java.util.Optional;
import java.util.function.Function;

/// Shows what restoring will write, before it is written.
final class RestoreDialog extends Dialog {

    /// Why nothing was written, and what would be written now.
    record Problem(String words, RestorePlan next) {}

    private final Teller teller;
    private final Div content = new Div();
    private final Div problem = new Div();
    private final Button restore = new Button("Restore");
    private RestorePlan plan;

    /// @param write writes the plan; closes on success, shows the problem otherwise
    RestoreDialog(
            String title,
            Teller teller,
            RestorePlan plan,
            Function<RestorePlan, Optional<Problem>> write) {
        this.teller = teller;
        this.plan = plan;
        setHeaderTitle(title);
        setWidth("min(720px, 94vw)");
        addClassName("restore-dialog");
        problem.addClassNames("note", "note-warn");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        content.addClassName("restore-preview");
        add(problem, content);
        restore.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        restore.addClickListener(
                _ -> write.apply(this.plan).ifPresentOrElse(this::showProblem, this::close));
        getFooter().add(new Button("Cancel", _ -> close()), restore);
        show();
    }

    private void showProblem(Problem met) {
        plan = met.next();
        problem.setText(met.words());
        problem.setVisible(true);
        show();
    }

    private void show() {
        content.removeAll();
        restore.setEnabled(!plan.changesNothing());
        if (plan.changesNothing()) {
            content.add(new Paragraph("The record already holds these values: nothing to write."));
        } else {
            content.add(
                    new Paragraph(
                            ChangeWords.count(plan.changes().size(), "field")
                                    + " will change. This is an ordinary edit: it becomes a new revision, and nothing of the history goes away."));
            var table =
                    new DiffTable(
                            teller.values(),
                            teller.type()::labelOf,
                            "Now (" + plan.base() + ")",
                            "Will be");
            teller.inOrder(plan.changes())
                    .forEach(change -> table.addRow(change.field(), change.from(), change.to()));
            content.add(table);
        }
        if (!plan.leftOut().isEmpty()) {
            content.add(
                    new Paragraph(
                            "Left out, since the type no longer has it or the value was erased: "
                                    + ChangeWords.labels(plan.leftOut(), teller.type())
                                    + "."));
        }
    }
}
