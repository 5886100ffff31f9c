package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.details.Details;
import io.mergedesk.entities.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Where in a form each property is entered, so that what is wrong is told there.
final class ErrorPlaces {

    private final Map<String, Function<String, Component>> places = new LinkedHashMap<>();
    private final Component otherwise;

    /// @param otherwise where errors of properties go that no field is for
    <C extends Component & HasValidation> ErrorPlaces(C otherwise) {
        this.otherwise = otherwise;
    }

    <C extends Component & HasValidation> void put(String property, C field) {
        places.put(property, _ -> field);
    }

    /// @param chosen which of several fields an error is about, by its message
    void putOneOf(String property, Function<String, Component> chosen) {
        places.put(property, chosen);
    }

    /// Shows each at its field, opens what it is folded into, and leads to the first.
    void show(List<Violation> violations) {
        var first = Optional.<Component>empty();
        for (var violation : violations) {
            var place =
                    Optional.ofNullable(places.get(violation.field()))
                            .map(chosen -> chosen.apply(violation.message()))
                            .orElse(otherwise);
            var field = (HasValidation) place;
            if (!field.isInvalid()) {
                field.setErrorMessage(words(violation));
                field.setInvalid(true);
            }
            unfold(place);
            first = first.or(() -> Optional.of(place));
        }
        first.ifPresent(place -> {
            if (place instanceof Focusable<?> field) {
                field.focus();
            }
        });
    }

    /// Forgets what was wrong with the fields below a component.
    static void clear(Component form) {
        if (form instanceof HasValidation field) {
            field.setInvalid(false);
        }
        form.getChildren().forEach(ErrorPlaces::clear);
    }

    private static void unfold(Component place) {
        for (var above = place.getParent(); above.isPresent(); above = above.get().getParent()) {
            if (above.get() instanceof Details details) {
                details.setOpened(true);
            }
        }
    }

    private static String words(Violation violation) {
        var prefix = violation.field() + ": ";
        var text = Objects.requireNonNull(violation.message());
        var bare = text.startsWith(prefix) ? text.substring(prefix.length()) : text;
        return bare.startsWith("expected")
                ? bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1)
                : bare;
    }
}
