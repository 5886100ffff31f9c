package io.mergedesk.ui.fields;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.ui.shell.Ago;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Values as this person reads them: their language, their time zone, names instead of ids.
public final class ShownValues {

    private final Viewer viewer;
    private final Titles titles;
    private final NumberFormat numbers;
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;
    private final DateTimeFormatter times;

    public ShownValues(Viewer viewer, Titles titles) {
        this.viewer = viewer;
        this.titles = titles;
        numbers = NumberFormat.getNumberInstance(viewer.locale());
        numbers.setMaximumFractionDigits(12);
        days = DateTimeFormatter.ofPattern("d MMM uuuu", viewer.locale());
        moments =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", viewer.locale())
                        .withZone(viewer.zone());
        times = DateTimeFormatter.ofPattern("HH:mm", viewer.locale()).withZone(viewer.zone());
    }

    /// Empty text for no value.
    public String of(@Nullable FieldValue value) {
        return switch (value) {
            case null -> "";
            case FieldValue.Text(var text) -> text;
            case FieldValue.Decimal(var number) -> numbers.format(number);
            case FieldValue.Money(var amount, var currency) -> {
                var format = (NumberFormat) numbers.clone();
                format.setMinimumFractionDigits(amount.scale());
                yield format.format(amount) + " " + currency.getCurrencyCode();
            }
            case FieldValue.Day(var date) -> days.format(date);
            case FieldValue.Moment(var instant) -> moments.format(instant);
            case FieldValue.YesNo(var yes) -> yes ? "Yes" : "No";
            case FieldValue.Choices(var chosen) -> String.join(", ", chosen);
            case FieldValue.Reference(var id) -> titles.of(id);
            case FieldValue.Person(var person) -> viewer.services().names().of(person);
            case FieldValue.Erased _ -> "erased";
        };
    }

    /// The value, or a word for none.
    public String orEmpty(@Nullable FieldValue value) {
        return value == null ? "empty" : of(value);
    }

    /// How long ago a moment was: "just now", "3 minutes ago".
    public String ago(Instant at) {
        return new Ago(viewer.services().clock()).of(at);
    }

    /// The time of a moment today, and the day with it for any other day.
    public String time(Instant at) {
        var today = viewer.services().clock().instant().atZone(viewer.zone()).toLocalDate();
        return at.atZone(viewer.zone()).toLocalDate().equals(today)
                ? times.format(at)
                : moments.format(at);
    }
}
