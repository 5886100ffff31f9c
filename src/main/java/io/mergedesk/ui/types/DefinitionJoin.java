package io.mergedesk.ui.types;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts one admin's changes on top of another's.
///
/// @param draft on the other's version, with both changes
/// @param clashes labels of what both changed; mine is in the draft
record DefinitionJoin(TypeDraft draft, List<String> clashes) {

    DefinitionJoin {
        clashes = List.copyOf(clashes);
    }

    static DefinitionJoin of(TypeDraft mine, EntityType theirs) {
        var base = mine.base();
        var now = theirs.definition();
        var clashes = new ArrayList<String>();
        var definition =
                new TypeDefinition(
                        now.name(),
                        pick("Label", base.label(), mine.mine().label(), now.label(), clashes),
                        pick(
                                "Singular",
                                base.singular(),
                                mine.mine().singular(),
                                now.singular(),
                                clashes),
                        fields(base, mine.mine(), now, clashes),
                        pick(
                                "When edits collide",
                                base.strategy(),
                                mine.mine().strategy(),
                                now.strategy(),
                                clashes),
                        pick(
                                "Joined without asking",
                                base.strictness(),
                                mine.mine().strictness(),
                                now.strictness(),
                                clashes));
        return new DefinitionJoin(new TypeDraft(now, theirs.version(), definition), clashes);
    }

    /// In my order where I changed it; what they added comes last.
    private static List<FieldDefinition> fields(
            TypeDefinition base, TypeDefinition mine, TypeDefinition theirs, List<String> clashes) {
        var was = byName(base);
        var now = byName(theirs);
        var ordered = names(base).equals(names(mine)) ? names(theirs) : names(mine);
        var own = byName(mine);
        var joined = new LinkedHashMap<FieldName, FieldDefinition>();
        for (var name : both(ordered, names(mine), names(theirs))) {
            var ours = own.get(name);
            var other = now.get(name);
            if (ours == null) {
                joined.put(name, Objects.requireNonNull(other));
            } else if (other == null) {
                joined.put(name, ours);
            } else {
                joined.put(name, pick(ours.label(), was.get(name), ours, other, clashes));
            }
        }
        return List.copyOf(joined.values());
    }

    private static List<FieldName> both(
            List<FieldName> first, List<FieldName> second, List<FieldName> third) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        all.addAll(third);
        return List.copyOf(all);
    }

    private static <T> T pick(
            String label, @Nullable T base, T mine, T theirs, List<String> clashes) {
        if (mine.equals(base) || mine.equals(theirs)) {
            return theirs;
        }
        if (!theirs.equals(base)) {
            clashes.add(label);
        }
        return mine;
    }

    private static List<FieldName> names(TypeDefinition definition) {
        return definition.fields().stream().map(FieldDefinition::name).toList();
    }

    private static Map<FieldName, FieldDefinition> byName(TypeDefinition definition) {
        var all = new LinkedHashMap<FieldName, FieldDefinition>();
        definition.fields().forEach(field -> all.put(field.name(), field));
        return all;
    }
}
