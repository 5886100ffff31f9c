package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the definition of one field must look like.
final class FieldDefinitionRules {

    private static final int MAX_LABEL = 120;
    private static final int MAX_HELP = 500;
    private static final int MAX_GROUP = 63;
    private static final int MAX_CHOICE = 200;
    private static final Set<FieldKind> NEVER_UNIQUE =
            Set.of(FieldKind.LONG_TEXT, FieldKind.CHOICES, FieldKind.YES_NO);

    private static final Set<FieldKind> ADDING = Set.of(FieldKind.NUMBER, FieldKind.MONEY);

    private final FieldDefinition field;
    private final List<Violation> violations = new ArrayList<>();

    private FieldDefinitionRules(FieldDefinition field) {
        this.field = field;
    }

    /// @param types the types a reference may point to
    static List<Violation> of(FieldDefinition field, Set<TypeName> types) {
        var rules = new FieldDefinitionRules(field);
        rules.checkWords();
        rules.checkChoices();
        rules.expect(
                !field.unique() || !NEVER_UNIQUE.contains(field.kind()),
                "'not unique' for the kind " + field.kind().wireName());
        rules.expect(
                !field.adds() || ADDING.contains(field.kind()),
                "'not added up' for the kind " + field.kind().wireName());
        rules.expect(
                field.references().map(types::contains).orElse(true),
                "a type that exists, not " + field.references().map(TypeName::value).orElse(""));
        return rules.violations;
    }

    private void checkWords() {
        expect(
                !field.name().equals(FieldName.TEAM),
                "another name: " + FieldName.TEAM + " is reserved");
        expect(
                !field.label().isBlank() && field.label().length() <= MAX_LABEL,
                "a label of 1 to " + MAX_LABEL + " characters");
        expect(
                field.help().length() <= MAX_HELP,
                "a help text of at most " + MAX_HELP + " characters");
        expect(
                field.group()
                        .map(group -> !group.isBlank() && group.length() <= MAX_GROUP)
                        .orElse(true),
                "a group of 1 to " + MAX_GROUP + " characters");
    }

    private void checkChoices() {
        boolean chooses = field.kind() == FieldKind.CHOICE || field.kind() == FieldKind.CHOICES;
        expect(!chooses || !field.choices().isEmpty(), "at least one choice");
        expect(
                new HashSet<>(field.choices()).size() == field.choices().size()
                        && field.choices().stream().allMatch(FieldDefinitionRules::isChoice),
                "choices that differ, on one line of 1 to "
                        + MAX_CHOICE
                        + " characters each, without '"
                        + FieldText.CHOICE_SEPARATOR
                        + "'");
    }

    private static boolean isChoice(String choice) {
        return !choice.isBlank()
                && choice.equals(choice.strip())
                && choice.length() <= MAX_CHOICE
                && choice.lines().count() == 1
                && !choice.contains(FieldText.CHOICE_SEPARATOR);
    }

    private void expect(boolean fine, String expectation) {
        if (!fine) {
            violations.add(
                    new Violation(
                            field.name().value(), field.label() + ": expected " + expectation));
        }
    }
}
