package io.mergedesk.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.World;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.RetryPolicy;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = ScreenWorld.class)
class TargetFormTest extends ScreenTest {

    private static final TargetDefinition LEDGER =
            new TargetDefinition(
                    "Ledger",
                    TargetKind.REST,
                    URI.create("https://ledger.example"),
                    Set.of(new Pattern("entity:updated")),
                    Set.of(new TypeName("contacts")),
                    List.of(new FieldName("name")),
                    Priority.HIGH,
                    new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(90), 4),
                    true,
                    true,
                    2,
                    new RestMapping(
                            Optional.empty(),
                            Optional.of(new RestMapping.Request("PUT", "/contacts/{id}")),
                            Optional.empty(),
                            Map.of(new FieldName("name"), "full_name"),
                            Set.of("X-Api-Key"),
                            true));

    @Autowired private World world;

    private TargetForm form;

    @BeforeEach
    void open() {
        ScreenWorld.signIn("admin", Role.ADMIN);
        form = new TargetForm(world.typeService.all());
        UI.getCurrent().add(form);
        form.fill(LEDGER);
        form.isThere();
    }

    @Test
    void what_is_not_touched_stays_as_it_was() {
        assertThat(read()).isEqualTo(LEDGER);
        assertThat(form.rest().typedSecret()).isEmpty();
        assertThat(form.rest().typedHeaders()).isEmpty();
    }

    @Test
    void values_of_headers_are_not_shown_and_stay_unless_they_are_typed_anew() {
        var value = password("Value");
        assertThat(value.getValue()).isEmpty();

        value.setValue("new");

        assertThat(read().rest().headers()).containsExactly("X-Api-Key");
        assertThat(form.rest().typedHeaders()).containsExactly(Map.entry("X-Api-Key", "new"));
    }

    @Test
    void a_header_under_another_name_needs_its_value_again() {
        text("Header").setValue("X-Other");

        assertThat(tryToRead()).isEmpty();

        assertThat(text("Header").getErrorMessage()).isEqualTo("X-Other: expected a value");
    }

    @Test
    void every_mistake_is_told_at_its_field() {
        text("URL").setValue("no address");
        text("First pause, at most").setValue("2 h");
        field(IntegerField.class, "Attempts").setValue(0);

        assertThat(tryToRead()).isEmpty();

        assertThat(text("URL").getErrorMessage()).startsWith("Expected an address");
        assertThat(text("Longest pause").getErrorMessage())
                .isEqualTo("Expected no less than the first pause");
        assertThat(field(IntegerField.class, "Attempts").getErrorMessage())
                .isEqualTo("Expected 1 to 100");
    }

    @Test
    void how_long_it_is_tried_is_said_in_words() {
        field(IntegerField.class, "Attempts").setValue(1);

        assertThat(text(form)).contains("One attempt; what fails is dead at once.");
    }

    private TargetDefinition read() {
        return tryToRead().orElseThrow();
    }

    private Optional<TargetDefinition> tryToRead() {
        var read = new AtomicReference<>(Optional.<TargetDefinition>empty());
        form.read(LEDGER, definition -> read.set(Optional.of(definition)));
        return read.get();
    }

    private TextField text(String label) {
        return field(TextField.class, label);
    }

    private PasswordField password(String label) {
        return field(PasswordField.class, label);
    }

    private <C extends Component & HasLabel> C field(Class<C> kind, String label) {
        return find(kind, form).withCondition(one -> label.equals(one.getLabel())).all().getFirst();
    }
}
