package io.mergedesk.ui.sync;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Priority;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// All that an admin says of a target.
final class TargetForm extends Div {

    private static final int MOST_AT_ONCE = 64;

    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<TargetKind> kind = new RadioButtonGroup<>("Kind");
    private final TextField url = new TextField("URL");
    private final Select<Priority> priority = new Select<>();
    private final Checkbox allowPrivate = new Checkbox("It is in a private network");
    private final Checkbox coalesce = new Checkbox("Only the latest of several changes is needed");
    private final IntegerField concurrency = new IntegerField("At once");
    private final transient ErrorPlaces places = new ErrorPlaces(name);
    private final ContentPart content;
    private final RestPart rest;
    private final RetryPart retry = new RetryPart(places);

    TargetForm(List<EntityType> types) {
        var fields = new FieldChoice(types);
        content = new ContentPart(fields, places);
        rest = new RestPart(fields, places);
        kind.setItems(TargetKind.values());
        kind.setItemLabelGenerator(one -> one == TargetKind.WEBHOOK ? "Webhook" : "REST endpoints");
        kind.addValueChangeListener(_ -> rest.setVisible(kind.getValue() == TargetKind.REST));
        url.setPlaceholder("https://shop.example/hooks/mergedesk");
        priority.setLabel("Priority");
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(Priority::wireName);
        allowPrivate.setTooltipText(
                "Lets it be reached by plain http:// and at addresses inside your network");
        concurrency.setMin(1);
        concurrency.setMax(MOST_AT_ONCE);
        concurrency.setStepButtonsVisible(true);
        var settings = new Div(allowPrivate, coalesce, concurrency);
        settings.addClassName("sync-form-more");
        addClassName("sync-form");
        add(name, kind, url, content, priority, rest, retry, new Details("More", settings));
        places.put("name", name);
        places.put("url", url);
        places.put("concurrency", concurrency);
    }

    void fill(TargetDefinition target) {
        name.setValue(target.name());
        kind.setValue(target.kind());
        url.setValue(target.url().toString());
        content.fill(target);
        priority.setValue(target.priority());
        retry.fill(target.retry());
        allowPrivate.setValue(target.allowPrivateAddress());
        coalesce.setValue(target.coalesce());
        concurrency.setValue(target.concurrency());
        rest.fill(target.rest());
        rest.setVisible(target.kind() == TargetKind.REST);
    }

    /// Of a target that is there: its kind never changes, its secret is not shown.
    void isThere() {
        kind.setReadOnly(true);
        rest.keepsSecret();
    }

    void begin() {
        name.focus();
    }

    RestPart rest() {
        return rest;
    }

    /// Hands over what was entered, or shows what cannot be one.
    void read(TargetDefinition base, Consumer<TargetDefinition> use) {
        ErrorPlaces.clear(this);
        var violations = new ArrayList<Violation>();
        var definition =
                new TargetDefinition(
                        name.getValue().strip(),
                        kind.getValue(),
                        address(violations),
                        content.events(),
                        content.types(),
                        content.fields(),
                        priority.getValue(),
                        retry.read(base.retry(), violations),
                        allowPrivate.getValue(),
                        coalesce.getValue(),
                        Optional.ofNullable(concurrency.getValue()).orElse(0),
                        rest.read(violations));
        if (violations.isEmpty()) {
            use.accept(definition);
        } else {
            show(violations);
        }
    }

    void show(List<Violation> violations) {
        places.show(violations);
    }

    private URI address(List<Violation> violations) {
        try {
            return URI.create(url.getValue().strip());
        } catch (IllegalArgumentException _) {
            violations.add(
                    new Violation(
                            "url", "url: expected an address such as https://shop.example/hook"));
            return URI.create("");
        }
    }
}
