package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.entities.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Headers sent with each request. Their values may be keys: they are never shown again, and stay
/// as they are unless they are typed anew.
final class HeadersPart extends Details {

    static final String PROPERTY = "rest.headers";

    private final PairRows<TextField, PasswordField> rows =
            new PairRows<>(
                    "Sent with each request. Values are kept encrypted and never shown.",
                    "header",
                    HeadersPart::row);
    private transient Set<String> kept = Set.of();
    private transient Map<String, String> typed = Map.of();

    HeadersPart(ErrorPlaces places) {
        add(rows);
        places.putOneOf(PROPERTY, this::place);
        fill(Set.of());
    }

    void fill(Set<String> names) {
        kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        kept.addAll(names);
        typed = Map.of();
        setSummaryText(names.isEmpty() ? "Extra headers" : "Extra headers · " + names.size());
        rows.clear();
        kept.forEach(name -> {
            var pair = rows.append();
            pair.left().setValue(name);
            pair.right().setPlaceholder("kept, type to replace");
        });
    }

    /// @param violations where what is wrong is added
    Set<String> read(List<Violation> violations) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        var values = new LinkedHashMap<String, String>();
        for (var pair : rows.pairs()) {
            var name = pair.left().getValue().strip();
            var value = pair.right().getValue().strip();
            if (name.isEmpty() && value.isEmpty()) {
                continue;
            }
            if (value.isEmpty() && !kept.contains(name)) {
                violations.add(error(name + ": expected a value"));
            }
            if (!names.add(name)) {
                violations.add(error(name + ": expected each header once"));
            }
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        }
        typed = values;
        return names;
    }

    /// The values that were typed, when this was read.
    Map<String, String> typed() {
        return Map.copyOf(typed);
    }

    private static Violation error(String words) {
        return new Violation(PROPERTY, PROPERTY + ": " + words);
    }

    /// The row whose name the message names; of two with that name the second.
    private Component place(String message) {
        var lower = message.toLowerCase(Locale.ROOT);
        var pairs = rows.pairs().isEmpty() ? List.of(rows.append()) : rows.pairs();
        return pairs.reversed().stream()
                .filter(pair -> !pair.left().getValue().isBlank())
                .filter(pair ->
                        lower.contains(pair.left().getValue().strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() ->
                        pairs.stream().filter(pair -> pair.left().getValue().isBlank()).findFirst())
                .orElse(pairs.getFirst())
                .left();
    }

    private static PairRows.Pair<TextField, PasswordField> row() {
        var name = new TextField("Header");
        name.setPlaceholder("X-Api-Key");
        var value = new PasswordField("Value");
        value.setRevealButtonVisible(true);
        value.getElement().setAttribute("autocomplete", "new-password");
        return new PairRows.Pair<>(name, value);
    }
}
