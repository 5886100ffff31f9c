package io.mergedesk.ui.types;

import static io.mergedesk.entities.World.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.World;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ScreenWorld.class)
class TypesViewTest extends ScreenTest {

    @Autowired private World world;
    @Autowired private TypesNavigation navigation;

    private final TypeName name = new TypeName("t" + UUID.randomUUID());

    @BeforeEach
    void asAdmin() {
        ScreenWorld.signIn("admin", Role.ADMIN);
    }

    @Test
    void all_types_are_listed_with_their_fields() {
        navigate(TypesView.class);

        assertThat(text()).contains("Contacts", "17: Name, Phone, Code, Status, Tags …");
    }

    @Test
    void a_new_type_gets_its_names_from_its_label_and_shows_in_every_page() {
        var told = new AtomicInteger();
        var label = "Ünits " + UUID.randomUUID();
        try (var _ = navigation.onChange(told::incrementAndGet)) {
            navigate(TypesView.class);

            click("New type");
            test(field("What they are called")).setValue(label);
            assertThat(field("What one is called").getValue()).isEqualTo(label);
            assertThat(field("Name for programs").getValue()).startsWith("units-");
            click("Create");
        }

        assertThat(world.types.all()).extracting(EntityType::label).contains(label);
        assertThat(told).hasValue(1);
        assertThat(getCurrentView()).isInstanceOf(TypesView.class);
        assertThat(text()).contains("version 1", "1 field");
    }

    @Test
    void a_name_that_is_taken_is_said_at_its_field() {
        navigate(TypesView.class);
        click("New type");
        test(field("What they are called")).setValue("Other contacts");
        test(field("Name for programs")).setValue("contacts");

        click("Create");

        assertThat(field("Name for programs").getErrorMessage())
                .isEqualTo("Name: expected one that no other type has");
    }

    @Test
    void a_field_is_added_with_everything_about_it() {
        open(aType());

        click("Add field");
        test(field("Label")).setValue("Delivery days");
        kind().setValue(FieldKind.CHOICES);
        test(find(TextArea.class).withCaption("Choices").single()).setValue("Mon\n\n Tue ");
        test(field("Help text")).setValue("When the gate is open");
        click("Add field");
        assertThat(text()).contains("Not saved yet: Delivery days was added");
        click("Save");

        var field = now().field(new FieldName("deliveryDays")).orElseThrow();
        assertThat(field.choices()).containsExactly("Mon", "Tue");
        assertThat(field.help()).isEqualTo("When the gate is open");
        assertThat(text()).contains("version 2", "Everything is saved");
    }

    @Test
    void fields_are_moved_with_buttons() {
        open(aType());

        click("Move Phone up");
        click("Save");

        assertThat(now().fields()).extracting(FieldDefinition::label).startsWith("Phone", "Name");
    }

    @Test
    void a_field_is_removed_after_asking_and_brought_back() {
        open(aType());

        click("Remove Phone");
        test(find(ConfirmDialog.class).single()).confirm();
        click("Save");
        assertThat(now().field(new FieldName("phone"))).isEmpty();

        click("Bring back Phone");
        click("Save");
        assertThat(now().field(new FieldName("phone"))).isPresent();
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        var type = aType();
        open(type);
        world.typeService.create(definition(new TypeName("gone" + UUID.randomUUID())), ADMIN);

        test(field("What they are called")).setValue(" ");
        click("Save");

        assertThat(field("What they are called").isInvalid()).isTrue();
        assertThat(text()).contains("Not saved yet: see what is marked below.");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void what_another_admin_changed_meanwhile_is_shown_beside_and_can_be_joined() {
        var type = aType();
        open(type);
        click("Move Phone up");
        var fields = new ArrayList<>(type.definition().fields());
        fields.add(World.field("fax", FieldKind.TEXT));
        change(type, fields);

        click("Save");

        assertThat(text())
                .containsPattern(
                        "admin \\(.+2026.+\\) changed Units while you worked; it is now version 2. Your changes are kept here. Theirs: Fax was added.");
        click("Put mine on top of theirs");
        click("Save");
        assertThat(now().fields())
                .extracting(FieldDefinition::label)
                .containsExactly("Phone", "Name", "Fax");
    }

    @Test
    void unsaved_changes_are_there_again_after_a_new_start_until_they_are_discarded() {
        var type = aType();
        open(type);
        click("Move Phone up");
        test(field("What they are called")).setValue("Unités");

        leaveAndReturn(type);

        assertThat(text()).contains("are back. They are not saved yet.", "Not saved yet: ");
        assertThat(field("What they are called").getValue()).isEqualTo("Unités");
        click("Discard");
        open(type);
        assertThat(text()).contains("Everything is saved").doesNotContain("are back");
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void a_draft_on_an_older_version_is_joined_with_what_came_since() {
        var type = aType();
        open(type);
        click("Move Phone up");
        var fields = new ArrayList<>(type.definition().fields());
        fields.add(World.field("fax", FieldKind.TEXT));
        change(type, fields);

        leaveAndReturn(type);
        click("Save");
        click("Put mine on top of theirs");
        click("Save");

        assertThat(now().fields())
                .extracting(FieldDefinition::label)
                .containsExactly("Phone", "Name", "Fax");
        open(now());
        assertThat(text()).contains("Everything is saved");
    }

    @Test
    void an_open_field_dialog_is_there_again_with_all_that_was_typed_until_it_is_done() {
        var type = aType();
        open(type);
        click("Add field");
        test(field("Label")).setValue("Delivery days");
        test(field("Name for programs")).setValue("gateDays");
        kind().setValue(FieldKind.CHOICES);
        test(find(TextArea.class).withCaption("Choices").single()).setValue("Mon\nTue");

        open(type);

        assertThat(field("Label").getValue()).isEqualTo("Delivery days");
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("What you typed here is back.");
        assertThat(kind().getValue()).isEqualTo(FieldKind.CHOICES);
        test(field("Label")).setValue("Gate days");
        click("Add field");
        assertThat(text()).contains("Not saved yet: Gate days was added");
        leaveAndReturn(type);
        assertThat(find(Dialog.class).all()).isEmpty();
        click("Save");
        assertThat(now().field(new FieldName("gateDays")).orElseThrow().choices())
                .containsExactly("Mon", "Tue");
    }

    @Test
    void a_field_that_was_being_edited_is_edited_again_and_cancel_ends_it() {
        var type = aType();
        open(type);
        click("Edit Phone");
        test(field("Help text")).setValue("With the area code");

        open(type);

        assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Edit Phone");
        assertThat(field("Help text").getValue()).isEqualTo("With the area code");
        click("Cancel");
        open(type);
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(text()).contains("Everything is saved");
    }

    @Test
    void leaving_with_unsaved_changes_is_asked_about() {
        open(aType());
        click("Move Phone up");

        UI.getCurrent().navigate("types");

        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(text()).contains("Not saved yet");
    }

    @Test
    void labels_with_markup_stay_text() {
        var type = aType();
        change(
                type,
                List.of(
                        FieldDefinition.of(
                                new FieldName("name"),
                                "<img src=x onerror=alert(1)>",
                                FieldKind.TEXT)));

        open(type);

        assertThat(text()).contains("<img src=x onerror=alert(1)>");
    }

    @Test
    void it_is_not_there_for_others() {
        ScreenWorld.signIn("anna", Role.USER);

        navigate("types", Component.class);

        assertThat(text()).contains("There is nothing here");
    }

    private EntityType aType() {
        return ((TypeOutcome.Saved) world.typeService.create(definition(name), ADMIN)).type();
    }

    private static TypeDefinition definition(TypeName name) {
        return new TypeDefinition(
                name,
                "Units",
                "Unit",
                List.of(World.field("name", FieldKind.TEXT), World.field("phone", FieldKind.TEXT)),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }

    private void change(EntityType type, List<FieldDefinition> fields) {
        var definition = type.definition();
        var outcome =
                world.typeService.change(
                        new TypeDefinition(
                                definition.name(),
                                definition.label(),
                                definition.singular(),
                                fields,
                                definition.strategy()),
                        type.version(),
                        ADMIN);
        assertThat(outcome).isInstanceOf(TypeOutcome.Saved.class);
    }

    private void open(EntityType type) {
        navigate("types/" + type.name(), TypesView.class);
    }

    private void leaveAndReturn(EntityType type) {
        UI.getCurrent().navigate("types");
        test(find(ConfirmDialog.class).single()).confirm();
        open(type);
    }

    private EntityType now() {
        world.types.forget();
        return world.types.get(name);
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    @SuppressWarnings("unchecked") // the one select of that label holds kinds
    private Select<FieldKind> kind() {
        return find(Select.class).withCaption("Kind").single();
    }
}
