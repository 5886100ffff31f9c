package io.mergedesk.ui.types;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.entities.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names, words and joined changes, without a page.
class TypeRulesOfTheScreenTest {

    private static final FieldDefinition NAME = World.field("name", FieldKind.TEXT);
    private static final FieldDefinition PHONE = World.field("phone", FieldKind.TEXT);
    private static final FieldDefinition FAX = World.field("fax", FieldKind.TEXT);

    @ParameterizedTest(name = "{0} is {1}, or as a field {2}")
    @CsvSource({
        "Contacts, contacts2, contacts",
        "Office équipement, office-equipement, officeEquipement",
        "  3D models!, type3d-models, field3dModels",
        "Ωμέγα, type, field",
        "Phone, phone, phone2"
    })
    void names_are_made_from_labels(String label, String type, String field) {
        assertThat(DerivedName.ofType(label, List.of("CONTACTS"))).isEqualTo(type);
        assertThat(DerivedName.ofField(label, List.of("phone"))).isEqualTo(field);
    }

    @ParameterizedTest(name = "one of {0} is a {1}")
    @CsvSource({"Contacts, Contact", "Companies, Company", "Equipment, Equipment", "Glass, Glass"})
    void one_of_many_is_guessed(String label, String singular) {
        assertThat(NewTypeDialog.singularOf(label)).isEqualTo(singular);
    }

    @Test
    void settings_of_the_merge_are_told_in_words() {
        var stock = World.field("stock", FieldKind.NUMBER);

        assertThat(
                        TypeWords.differences(
                                units(NAME, stock),
                                units(NAME, stock.adding()).joining(Strictness.FIELD)))
                .containsExactly(
                        "joined without asking: Different fields only",
                        "changes of Stock are now added up");
    }

    @Test
    void differences_are_told_in_words() {
        var before = units(NAME, PHONE, FAX);
        var after =
                units(
                        NAME.asRequired(),
                        PHONE.labelled("Telephone"),
                        FAX.asRemoved(),
                        World.field("mail", FieldKind.EMAIL));

        assertThat(TypeWords.differences(before, after))
                .containsExactly(
                        "Name is now required",
                        "Phone is now called Telephone",
                        "Fax was removed",
                        "Mail was added");
        assertThat(TypeWords.differences(units(NAME, PHONE), units(PHONE, NAME)))
                .containsExactly("the order of the fields");
        assertThat(TypeWords.differences(before, before)).isEmpty();
    }

    @Test
    void two_admins_changes_are_joined_and_only_real_clashes_are_told() {
        var mine =
                TypeDraft.of(stored(1, units(NAME, PHONE)))
                        .withField(NAME.asRequired())
                        .withField(PHONE.labelled("Mobile"))
                        .called("Units", "Item");
        var theirs = stored(2, units(NAME, PHONE.labelled("Telephone"), FAX));

        var joined = DefinitionJoin.of(mine, theirs);

        assertThat(joined.clashes()).containsExactly("Mobile");
        assertThat(joined.draft().version()).isEqualTo(2);
        assertThat(joined.draft().mine().singular()).isEqualTo("Item");
        assertThat(joined.draft().fields())
                .containsExactly(NAME.asRequired(), PHONE.labelled("Mobile"), FAX);
        assertThat(joined.draft().changes()).hasSize(3);
    }

    @Test
    void moving_stops_at_both_ends_and_passes_removed_fields() {
        var draft = TypeDraft.of(stored(1, units(NAME, FAX.asRemoved(), PHONE)));

        assertThat(draft.moved(PHONE.name(), -1).fields()).containsExactly(PHONE, NAME);
        assertThat(draft.moved(NAME.name(), -1)).isEqualTo(draft);
        assertThat(draft.moved(PHONE.name(), 1)).isEqualTo(draft);
    }

    @Test
    void a_field_that_was_never_saved_leaves_no_trace() {
        var draft = TypeDraft.of(stored(1, units(NAME))).withField(FAX);

        assertThat(draft.without(FAX.name()).isChanged()).isFalse();
        assertThat(draft.without(new FieldName("name")).removed())
                .containsExactly(NAME.asRemoved());
        assertThat(draft.without(NAME.name()).withBack(NAME.name()).without(FAX.name()).isChanged())
                .isFalse();
    }

    @Test
    void every_outcome_is_said_in_words() {
        var type = stored(3, units(NAME));

        assertThat(OutcomeWords.of(new TypeOutcome.Saved(type), "Units"))
                .isEqualTo("Units is saved, as version 3.");
        assertThat(OutcomeWords.of(new TypeOutcome.Stale(type), "Units", "Ben (12:03)"))
                .isEqualTo(
                        "Not saved yet: Ben (12:03) changed Units while you worked; it is now version 3. Your changes are kept here.");
        assertThat(
                        OutcomeWords.of(
                                new TypeOutcome.Refused(
                                        List.of(new Violation("fields", "Fields: expected one"))),
                                "Units"))
                .isEqualTo("Not saved yet. Fields: expected one.");
        assertThat(OutcomeWords.of(new TypeOutcome.Forbidden(), "Units"))
                .isEqualTo("Not saved: only admins define types.");
        assertThat(OutcomeWords.of(new TypeOutcome.Missing(), "Units"))
                .isEqualTo("Not saved: there is no type Units any more.");
    }

    private static TypeDefinition units(FieldDefinition... fields) {
        return new TypeDefinition(
                new TypeName("units"),
                "Units",
                "Unit",
                List.of(fields),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }

    private static EntityType stored(int version, TypeDefinition definition) {
        return EntityType.of(1, version, 1, Map.of(), definition);
    }
}
