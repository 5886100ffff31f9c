package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.ui.ScreenTest;
import io.mergedesk.ui.ScreenWorld;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/// The records as Anna sees them, without a browser. All tests share one world: each finds its own
/// records by a word that nobody else uses.
@SpringBootTest(
        classes = RecordsScreen.class,
        // the packages of this screen instead of those of the others
        properties = "spring.main.allow-bean-definition-overriding=true")
abstract class RecordsScreenTest extends ScreenTest {

    @Autowired World world;

    final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void asAnna() {
        ScreenWorld.signIn("anna", Role.USER);
    }

    Entity contact(String name, String... more) {
        return world.create(
                ANNA,
                Stream.concat(Stream.of("name", name + " " + word), Stream.of(more))
                        .toArray(String[]::new));
    }

    void show(String query) {
        UI.getCurrent().navigate("records/contacts", QueryParameters.fromString(query));
    }

    void open(Entity contact) {
        UI.getCurrent().navigate("records/contacts/" + contact.id(), QueryParameters.of("q", word));
    }

    Entity now(Entity contact) {
        return world.service.find(contact.id(), ANNA).orElseThrow();
    }

    TextField field(String label, Class<? extends Component> within) {
        return find(TextField.class, find(within).single())
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @Override
    protected String text() {
        return super.text()
                + find(RecordForm.class).all().stream()
                        .map(form -> form.getElement().getTextRecursively())
                        .collect(Collectors.joining(" "))
                + find(Notification.class).all().stream()
                        .map(one -> one.getElement().getProperty("text", ""))
                        .collect(Collectors.joining(" "));
    }

    /// What is read out where there is no text.
    List<String> labels() {
        return find(RecordForm.class).all().stream()
                .flatMap(form -> elements(form, element -> element.hasAttribute("aria-label")))
                .map(element -> element.getAttribute("aria-label"))
                .toList();
    }
}
