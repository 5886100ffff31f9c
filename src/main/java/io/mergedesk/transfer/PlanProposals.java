package io.mergedesk.transfer;

import io.mergedesk.common.Actor;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeService;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Suggests what to do with a file.
final class PlanProposals {

    private final TypeService types;
    private final MappingMemory memory;

    PlanProposals(TypeService types, MappingMemory memory) {
        this.types = types;
        this.memory = memory;
    }

    Optional<ImportPlan> into(TypeName type, ImportFile file, Actor actor) {
        return types.find(type).map(found -> ImportPlanner.into(found, file, actor));
    }

    Optional<Proposal> asLastTime(TypeName type, ImportFile file, Actor actor) {
        return types.find(type)
                .map(found -> {
                    var fresh = ImportPlanner.into(found, file, actor);
                    return memory.recall(fresh, file, found)
                            .map(plan -> new Proposal(plan, true))
                            .orElseGet(() -> new Proposal(fresh, false));
                });
    }

    ImportPlan intoNew(String label, ImportFile file) {
        var taken = new HashSet<String>();
        types.all().forEach(type -> taken.add(lower(type.name().value())));
        return ImportPlanner.intoNew(
                new TypeName(HeaderName.of(label, taken).value()), label, file);
    }

    /// The new field that a column would make beside those of the plan.
    ColumnTarget.Added newField(ImportPlan plan, Column column) {
        var taken = types.find(plan.type()).map(PlanProposals::names).orElseGet(HashSet::new);
        for (int i = 0; i < plan.targets().size(); i++) {
            if (i != column.index()) {
                plan.fieldOf(i).ifPresent(name -> taken.add(lower(name.value())));
            }
        }
        return ImportPlanner.added(column, taken);
    }

    /// Of removed fields too.
    private static Set<String> names(EntityType type) {
        var names = new HashSet<String>();
        for (FieldDefinition field : type.definition().fields()) {
            names.add(lower(field.name().value()));
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
