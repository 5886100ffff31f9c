package io.mergedesk.transfer;

import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The header of an export: labels, since people read it, and where two fields share a label their
/// names, so that the file can be imported again.
final class ExportColumns {

    static final String ID = "id";
    static final String REVISION = "revision";
    static final String ID_OF_ANY = "$id";
    static final String REVISION_OF_ANY = "$revision";

    private ExportColumns() {}

    static List<String> headers(EntityType type) {
        var headers = new ArrayList<String>();
        boolean plain = isFree(type, ID) && isFree(type, REVISION);
        headers.add(plain ? ID : ID_OF_ANY);
        headers.add(plain ? REVISION : REVISION_OF_ANY);
        type.fields().forEach(field -> headers.add(header(type, field)));
        return headers;
    }

    /// Whether no field of the type goes by that name.
    static boolean isFree(EntityType type, String name) {
        return type.fields().stream()
                .noneMatch(field ->
                        field.name().value().equalsIgnoreCase(name)
                                || field.label().strip().equalsIgnoreCase(name));
    }

    /// The label, unless another field goes by it.
    private static String header(EntityType type, FieldDefinition field) {
        var label = field.label().strip().toLowerCase(Locale.ROOT);
        boolean clashes =
                type.fields().stream()
                        .filter(other -> !other.name().equals(field.name()))
                        .anyMatch(other ->
                                other.label().strip().toLowerCase(Locale.ROOT).equals(label)
                                        || other.name()
                                                .value()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(label));
        return clashes || label.startsWith("$") ? field.name().value() : field.label().strip();
    }
}
