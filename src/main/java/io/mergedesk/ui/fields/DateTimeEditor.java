package io.mergedesk.ui.fields;

import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.FieldDefinition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/// A moment, in the time zone of whoever looks at it.
final class DateTimeEditor extends InputEditor<DateTimePicker, LocalDateTime> {

    private final ZoneId zone;

    DateTimeEditor(FieldDefinition field, ZoneId zone) {
        super(new DateTimePicker(), field);
        this.zone = zone;
        input.setDatePickerI18n(DateEditor.format());
        input.setStep(Duration.ofMinutes(15));
        input.setAutoOpen(false);
        if (field.help().isBlank()) {
            input.setHelperText("Time zone: " + zone.getId());
        }
    }

    @Override
    String write(LocalDateTime value) {
        return value.atZone(zone).toInstant().toString();
    }

    @Override
    Optional<LocalDateTime> read(String text) {
        return FieldText.read(FieldKind.DATE_TIME, text)
                        instanceof Reading.Value(FieldValue.Moment(var instant))
                ? Optional.of(instant.atZone(zone).toLocalDateTime())
                : Optional.empty();
    }

    @Override
    Optional<String> meant(String seen) {
        try {
            return Optional.of(seen.isBlank() ? "" : write(LocalDateTime.parse(seen)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
