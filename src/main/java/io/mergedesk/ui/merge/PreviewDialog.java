package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The record as it will be, each touched field with where it comes from. Opened once it is known
/// that it can be written so.
final class PreviewDialog extends Dialog {

    PreviewDialog(Telling telling, Deciding deciding, Runnable save) {
        addClassName("merge-preview");
        setHeaderTitle(telling.title() + " after the merge");
        setWidth("min(640px, 94vw)");
        if (deciding.isDeleting()) {
            add(new Paragraph("The record is deleted. Its history stays, and it can be restored."));
        } else {
            add(list(telling, deciding));
        }
        var write =
                new Button(
                        "Save resolution",
                        _ -> {
                            close();
                            save.run();
                        });
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Back", _ -> close()), write);
    }

    private static DescriptionList list(Telling telling, Deciding deciding) {
        var list = new DescriptionList();
        list.addClassName("preview-list");
        for (var field : telling.type().fields()) {
            var name = field.name();
            var value =
                    new DescriptionList.Description(
                            WordMarks.plain(telling.values().of(value(deciding, name))));
            if (deciding.merge().fields().containsKey(name)) {
                value.add(
                        new StatusBadge(origin(telling, deciding, name), StatusBadge.Kind.ACCENT));
            } else {
                value.addClassName("soft");
            }
            list.add(new DescriptionList.Term(new Span(field.label())), value);
        }
        return list;
    }

    private static @Nullable FieldValue value(Deciding deciding, FieldName field) {
        return deciding.result(field)
                .map(result -> Optional.ofNullable(result.value()))
                .orElse(Optional.empty())
                .orElse(null);
    }

    private static String origin(Telling telling, Deciding deciding, FieldName field) {
        var question =
                java.util.stream.Stream.concat(
                                deciding.questions().stream(), deciding.merged().stream())
                        .filter(one -> one.isOf(field))
                        .findFirst()
                        .orElseThrow();
        var choice = deciding.decisions().fields().get(field);
        return choice == null
                ? telling.words().ruled(question, deciding.merge().of(field).rule())
                : telling.words().chosen(question, choice);
    }
}
