package io.mergedesk.ui.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.sync.MergePatch;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Makes one change to what several dead jobs sent, shows what becomes of the first, and delivers
/// them again.
final class ChangeDialog extends Dialog {

    private final TextArea change = new TextArea("The same change to each");
    private final Pre preview = new Pre();
    private final transient Optional<ObjectNode> example;

    /// @param example what the first of them sent; empty where that is not known
    ChangeDialog(long jobs, Optional<ObjectNode> example, Consumer<ObjectNode> deliver) {
        this.example = example;
        setHeaderTitle("Edit and deliver " + SyncWords.count(jobs, jobs == 1 ? "job" : "jobs"));
        setWidth("min(100vw - 32px, 720px)");
        change.setWidthFull();
        change.setMinHeight("120px");
        change.setPlaceholder("{ \"data\": { \"fields\": { \"country\": \"DE\" } } }");
        change.setHelperText("One JSON object with only what changes; null takes a property away");
        change.setValueChangeMode(ValueChangeMode.LAZY);
        change.addValueChangeListener(_ -> show());
        preview.addClassName("sync-preview");
        preview.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", "What the first of them sends");
        var shown = new Details("What the first of them sends", preview);
        shown.setOpened(true);
        shown.addClassName("sync-attempt");
        add(
                new Paragraph(
                        "Each keeps its own values where you change nothing. The same job ids are sent with them."),
                change);
        if (example.isPresent()) {
            add(shown);
        }
        var send =
                new Button(
                        "Deliver again",
                        _ -> {
                            var read = read();
                            if (read.isPresent()) {
                                close();
                                deliver.accept(read.get());
                            } else {
                                change.setErrorMessage(
                                        "Expected one JSON object that changes something");
                                change.setInvalid(true);
                                change.focus();
                            }
                        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), send);
        show();
    }

    private Optional<ObjectNode> read() {
        return MergePatch.object(change.getValue()).filter(object -> !object.isEmpty());
    }

    private void show() {
        if (read().isPresent()) {
            change.setInvalid(false);
        }
        example.ifPresent(body ->
                preview.setText(
                        read().map(patch -> MergePatch.apply(body, patch))
                                .orElse(body)
                                .toPrettyString()));
    }
}
