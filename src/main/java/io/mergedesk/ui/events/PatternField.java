package io.mergedesk.ui.events;

import com.vaadin.flow.component.combobox.ComboBox;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which events to show, with wildcards; a pattern that matches none is said so and changes
/// nothing.
final class PatternField extends ComboBox<String> {

    PatternField(Consumer<Pattern> wanted) {
        super("Show");
        addClassName("event-pattern");
        setItems(
                Stream.concat(
                                Stream.of("*", "entity:*", "sync:*", "network:*"),
                                Stream.of(EventName.values()).map(EventName::wireName))
                        .toList());
        setAllowCustomValue(true);
        setManualValidation(true);
        addCustomValueSetListener(event -> setValue(event.getDetail()));
        addValueChangeListener(event -> {
            var text = event.getValue() == null ? "*" : event.getValue();
            var pattern = Pattern.parse(text);
            setErrorMessage(EventWords.wrongPattern(text));
            setInvalid(pattern.isEmpty());
            if (event.isFromClient()) {
                pattern.ifPresent(wanted);
            }
        });
    }

    void show(Pattern pattern) {
        setInvalid(false);
        setValue(pattern.text());
    }
}
