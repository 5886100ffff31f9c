package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One field of an entity type, as an admin defined it.
///
/// @param name given once, never changed; programs use it
/// @param label what people see; may change at will
/// @param choices what may be chosen, in the order to show; empty unless the kind is choice or
///   choices
/// @param group fields of one group merge as one unit
/// @param strategy overrides the type's
/// @param adds whether two changes of a number are added up, as for a stock or a balance
/// @param references the type a reference points to; empty means any
/// @param removed kept so that its history stays readable; takes no values any more
public record FieldDefinition(
        FieldName name,
        String label,
        FieldKind kind,
        boolean required,
        boolean unique,
        List<String> choices,
        String help,
        Optional<String> group,
        Optional<MergeStrategy> strategy,
        boolean adds,
        Optional<TypeName> references,
        boolean removed) {

    public FieldDefinition {
        choices = List.copyOf(choices);
    }

    /// A field with nothing special about it.
    public static FieldDefinition of(FieldName name, String label, FieldKind kind) {
        return new FieldDefinition(
                name,
                label,
                kind,
                false,
                false,
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                false);
    }

    public FieldDefinition asRequired() {
        return with(copy -> copy.required = true);
    }

    public FieldDefinition asUnique() {
        return with(copy -> copy.unique = true);
    }

    public FieldDefinition asRemoved() {
        return with(copy -> copy.removed = true);
    }

    /// Takes values again.
    public FieldDefinition asBroughtBack() {
        return with(copy -> copy.removed = false);
    }

    public FieldDefinition choosing(List<String> newChoices) {
        return with(copy -> copy.choices = newChoices);
    }

    public FieldDefinition referringTo(TypeName type) {
        return with(copy -> copy.references = Optional.of(type));
    }

    public FieldDefinition labelled(String newLabel) {
        return with(copy -> copy.label = newLabel);
    }

    public FieldDefinition grouped(String newGroup) {
        return with(copy -> copy.group = Optional.of(newGroup));
    }

    public FieldDefinition adding() {
        return with(copy -> copy.adds = true);
    }

    public FieldDefinition withHelp(String newHelp) {
        return with(copy -> copy.help = newHelp);
    }

    private FieldDefinition with(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /// All there is to a field but its name and kind, while one thing is changed.
    private static final class Copy {
        private final FieldDefinition of;
        private String label;
        private boolean required;
        private boolean unique;
        private List<String> choices;
        private String help;
        private Optional<String> group;
        private boolean adds;
        private Optional<TypeName> references;
        private boolean removed;

        private Copy(FieldDefinition of) {
            this.of = of;
            label = of.label;
            required = of.required;
            unique = of.unique;
            choices = of.choices;
            help = of.help;
            group = of.group;
            adds = of.adds;
            references = of.references;
            removed = of.removed;
        }

        private FieldDefinition made() {
            return new FieldDefinition(
                    of.name,
                    label,
                    of.kind,
                    required,
                    unique,
                    choices,
                    help,
                    group,
                    of.strategy,
                    adds,
                    references,
                    removed);
        }
    }
}
