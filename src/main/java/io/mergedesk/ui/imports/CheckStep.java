package io.mergedesk.ui.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.mergedesk.common.FieldName;
import io.mergedesk.transfer.ImportReport;
import java.util.function.Function;

/// Third: what the import would do.
final class CheckStep extends Div {

    CheckStep(
            ImportReport report, Function<FieldName, String> label, Runnable back, Runnable start) {
        addClassNames("card", "import-card");
        var counts = report.counts();
        add(new H2("Nothing is written yet"), ReportParts.counts(counts, true));
        if (counts.failed() > 0) {
            add(ReportParts.problems(report.problems(), counts.failed()));
        }
        if (!report.changedFields().isEmpty()) {
            add(ReportParts.fields(report.changedFields(), label));
        }
        if (!report.changes().isEmpty()) {
            add(ReportParts.changes(report.changes(), label));
        }
        long rows = counts.created() + counts.updated();
        var go =
                new Button(
                        rows == 1 ? "Import 1 row" : "Import " + ReportParts.number(rows) + " rows",
                        _ -> start.run());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setEnabled(rows > 0);
        go.setDisableOnClick(true);
        var actions = new Div(new Button("Back", _ -> back.run()), go);
        actions.addClassName("import-actions");
        add(actions);
    }
}
