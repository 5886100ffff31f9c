package io.mergedesk.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableBiConsumer;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.transfer.ImportFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// First: which file, and into which type.
final class FileStep extends Div {

    /// Where the rows go.
    record Into(String label, Optional<TypeName> type) {}

    private static final Into NEW = new Into("A new type, made of the file", Optional.empty());

    private final Select<Into> into = new Select<>();
    private final TextField newLabel = new TextField("Name of the new type");
    private final Div refusal = new Div();

    FileStep(
            List<EntityType> types,
            boolean mayDefine,
            SerializableBiConsumer<ImportFile, Path> taken) {
        addClassNames("card", "import-card");
        into.setLabel("Import into");
        into.setItemLabelGenerator(Into::label);
        var choices = new ArrayList<Into>();
        types.forEach(type -> choices.add(new Into(type.label(), Optional.of(type.name()))));
        if (mayDefine) {
            choices.add(NEW);
        }
        into.setItems(choices);
        choices.stream().findFirst().ifPresent(into::setValue);
        into.addValueChangeListener(_ -> showNewLabel());
        newLabel.setPlaceholder("From the name of the file");
        refusal.addClassNames("note", "note-bad");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        var choice = new Div(into, newLabel);
        choice.addClassName("import-into");
        add(new H2("Choose a file"), choice, upload(taken), refusal, hint());
        showNewLabel();
    }

    void choose(String type) {
        into.getListDataView()
                .getItems()
                .filter(one -> one.type().filter(name -> name.value().equals(type)).isPresent())
                .findFirst()
                .ifPresent(into::setValue);
    }

    Optional<TypeName> type() {
        return Optional.ofNullable(into.getValue()).flatMap(Into::type);
    }

    /// What a new type is to be called.
    String newLabel(ImportFile file) {
        if (!newLabel.getValue().isBlank()) {
            return newLabel.getValue().strip();
        }
        var name = file.name().replaceFirst("\\.[A-Za-z]+$", "").replaceAll("[_-]+", " ").strip();
        return name.isEmpty()
                ? "Imported"
                : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private Component upload(SerializableBiConsumer<ImportFile, Path> taken) {
        var upload = new Upload(new FileDrop(taken, this::refuse));
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) FileDrop.LARGEST);
        upload.setAcceptedFileExtensions(".csv", ".tsv", ".txt");
        upload.setDropLabel(new Span("or drop it here"));
        upload.addClassName("import-upload");
        upload.addFileRejectedListener(event -> refuse(event.getErrorMessage()));
        return upload;
    }

    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(true);
    }

    private void showNewLabel() {
        newLabel.setVisible(NEW.equals(into.getValue()));
    }

    private static Paragraph hint() {
        var hint =
                new Paragraph(
                        "CSV, up to 200 MB. Encoding, delimiter, decimals and dates are recognised."
                                + " A file that was exported here is merged with what others"
                                + " changed meanwhile.");
        hint.addClassNames("soft", "small");
        return hint;
    }
}
