package io.mergedesk.ui.sync;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Violation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the other system calls our fields.
final class NamesPart extends Details {

    static final String PROPERTY = "rest.names";

    private final transient FieldChoice fields;
    private final PairRows<ComboBox<FieldName>, TextField> rows =
            new PairRows<>(
                    "What the other system calls a field. Those left out keep their names.",
                    "field",
                    this::row);
    private transient Optional<ComboBox<FieldName>> wrong = Optional.empty();

    NamesPart(FieldChoice fields, ErrorPlaces places) {
        this.fields = fields;
        add(rows);
        places.putOneOf(
                PROPERTY,
                _ ->
                        wrong.orElseGet(() ->
                                (rows.pairs().isEmpty() ? rows.append() : rows.pairs().getFirst())
                                        .left()));
        fill(Map.of());
    }

    void fill(Map<FieldName, String> names) {
        setSummaryText(names.isEmpty() ? "Names of fields" : "Names of fields · " + names.size());
        rows.clear();
        names.keySet().stream()
                .sorted()
                .forEach(name -> {
                    var pair = rows.append();
                    pair.left().setValue(name);
                    pair.right().setValue(Objects.requireNonNull(names.get(name)));
                });
    }

    /// @param violations where what is wrong is added
    Map<FieldName, String> read(List<Violation> violations) {
        var names = new LinkedHashMap<FieldName, String>();
        var theirs = new HashSet<String>();
        wrong = Optional.empty();
        for (var pair : rows.pairs()) {
            var ours = pair.left().getOptionalValue();
            var name = pair.right().getValue().strip();
            if (ours.isEmpty() && name.isEmpty()) {
                continue;
            }
            if (ours.isEmpty() || name.isEmpty()) {
                refuse(pair.left(), "expected a field and its name there", violations);
            } else if (names.put(ours.get(), name) != null) {
                refuse(pair.left(), "expected each field once", violations);
            } else if (!theirs.add(name)) {
                refuse(pair.left(), "expected a name that no other field has", violations);
            }
        }
        return names;
    }

    private void refuse(ComboBox<FieldName> place, String expected, List<Violation> violations) {
        if (wrong.isEmpty()) {
            wrong = Optional.of(place);
            violations.add(new Violation(PROPERTY, PROPERTY + ": " + expected));
        }
    }

    private PairRows.Pair<ComboBox<FieldName>, TextField> row() {
        var ours = new ComboBox<FieldName>("Field");
        ours.setItems(fields.all());
        ours.setItemLabelGenerator(fields::label);
        var theirs = new TextField("Its name there");
        theirs.setPlaceholder("full_name");
        return new PairRows.Pair<>(ours, theirs);
    }
}
