package io.mergedesk.ui.fields;

import com.vaadin.flow.component.datepicker.DatePicker;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.FieldDefinition;
import java.time.LocalDate;
import java.util.Optional;

/// A calendar day; what was typed and is none stays until it is put right.
final class DateEditor extends InputEditor<DatePicker, LocalDate> {

    DateEditor(FieldDefinition field) {
        super(new DatePicker(), field);
        input.setI18n(format());
        input.setClearButtonVisible(true);
        input.setAutoOpen(false);
    }

    /// Shown without any doubt about which number is the month; read in several ways.
    static DatePicker.DatePickerI18n format() {
        return new DatePicker.DatePickerI18n()
                .setDateFormats("d MMM yyyy", "yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy", "d MMMM yyyy");
    }

    @Override
    public String text() {
        return input.isEmpty()
                ? input.getElement().getProperty("_inputElementValue", "")
                : write(input.getValue());
    }

    @Override
    public void onEdit(Runnable edited) {
        super.onEdit(edited);
        input.getElement().addEventListener("unparsable-change", _ -> edited.run());
    }

    @Override
    String write(LocalDate value) {
        return value.toString();
    }

    @Override
    Optional<LocalDate> read(String text) {
        return FieldText.read(FieldKind.DATE, text)
                        instanceof Reading.Value(FieldValue.Day(var date))
                ? Optional.of(date)
                : Optional.empty();
    }
}
