package io.mergedesk.ui.records;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Collects what others changed in an open form, and says it in one plain sentence.
final class NewsWords {

    private final EntityType type;
    private final Function<UserId, String> names;
    private final Set<UserId> who = new LinkedHashSet<>();
    private final Set<FieldName> fields = new LinkedHashSet<>();

    NewsWords(EntityType type, Function<UserId, String> names) {
        this.type = type;
        this.names = names;
    }

    void add(News news) {
        for (var list : List.of(news.updated(), news.contested())) {
            for (var one : list) {
                who.add(one.by());
                fields.add(one.field());
            }
        }
    }

    void forget() {
        who.clear();
        fields.clear();
    }

    /// The last one who changed something.
    String lastName() {
        return names.apply(List.copyOf(who).getLast());
    }

    /// The first field that changed, in the order of the form.
    Optional<FieldName> first() {
        return type.fields().stream()
                .map(FieldDefinition::name)
                .filter(fields::contains)
                .findFirst();
    }

    /// "Sven Supervisor changed 2 fields 3 minutes ago: Phone, Status. Your 4 unsaved fields are
    /// safe."
    String sentence(String ago, int unsaved) {
        return joined(who.stream().map(names).toList())
                + " changed "
                + count(fields.size())
                + " "
                + ago
                + ": "
                + labels(type, fields)
                + "."
                + safe(unsaved);
    }

    static String safe(int unsaved) {
        return switch (unsaved) {
            case 0 -> "";
            case 1 -> " Your unsaved field is safe.";
            default -> " Your " + unsaved + " unsaved fields are safe.";
        };
    }

    /// "Saved, and joined with what Sven Supervisor (Phone, Status) changed meanwhile."
    static String merged(
            EntityType type, Map<FieldName, UserId> theirs, Function<UserId, String> names) {
        var parts = new ArrayList<String>();
        for (var person : new LinkedHashSet<>(theirs.values())) {
            var changed =
                    theirs.keySet().stream()
                            .filter(field -> person.equals(theirs.get(field)))
                            .toList();
            parts.add(names.apply(person) + " (" + labels(type, changed) + ")");
        }
        return "Saved, and joined with what " + joined(parts) + " changed meanwhile.";
    }

    static String count(int number) {
        return number == 1 ? "1 field" : number + " fields";
    }

    static String labels(EntityType type, Collection<FieldName> fields) {
        return String.join(", ", fields.stream().map(type::labelOf).toList());
    }

    private static String joined(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
