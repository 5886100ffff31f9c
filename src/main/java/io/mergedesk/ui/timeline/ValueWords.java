package io.mergedesk.ui.timeline;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Values as people read them; a missing one is the empty text.
public record ValueWords(ZoneId zone, Function<EntityId, String> titles) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    public String of(@Nullable FieldValue value) {
        return switch (value) {
            case null -> "";
            case FieldValue.Day(var date) -> DAY.format(date);
            case FieldValue.Moment(var instant) -> MOMENT.format(instant.atZone(zone));
            case FieldValue.Choices(var chosen) -> String.join(", ", chosen);
            case FieldValue.Reference(var entity) -> titles.apply(entity);
            case FieldValue.Text _,
                    FieldValue.Decimal _,
                    FieldValue.Money _,
                    FieldValue.YesNo _,
                    FieldValue.Person _,
                    FieldValue.Erased _ ->
                    FieldText.write(value);
        };
    }
}
