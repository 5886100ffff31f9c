package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import java.util.List;
import java.util.Map;

/// One column of a file, as reading it through has shown it.
///
/// @param filled how many of its cells are not empty
/// @param samples a few different cells, as they are written
/// @param kind the narrowest kind that reads every cell
/// @param choices all different cells, where the kind is choice
/// @param formats for each kind, how such values are written in this column
/// @param alternatives for each kind, the formats that read every cell as well, but as other values
public record Column(
        int index,
        String header,
        int filled,
        List<String> samples,
        FieldKind kind,
        List<String> choices,
        Map<FieldKind, CellFormat> formats,
        Map<FieldKind, List<CellFormat>> alternatives) {

    public Column {
        samples = List.copyOf(samples);
        choices = List.copyOf(choices);
        formats = Map.copyOf(formats);
        alternatives = Map.copyOf(alternatives);
    }

    /// How to read the cells into a field of that kind.
    public CellFormat formatFor(FieldKind wanted) {
        return formats.getOrDefault(wanted, CellFormat.PLAIN);
    }

    /// The formats of that kind that a person has to choose from; none where it is clear what is
    /// meant.
    public List<CellFormat> alternativesFor(FieldKind wanted) {
        return alternatives.getOrDefault(wanted, List.of());
    }
}
