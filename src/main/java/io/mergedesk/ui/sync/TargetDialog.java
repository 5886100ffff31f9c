package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Priority;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Violation;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetOutcome;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Adds a target or changes one.
final class TargetDialog extends Dialog {

    private static final List<String> EVENTS =
            List.of(
                    "entity:*",
                    "entity:created",
                    "entity:updated",
                    "entity:deleted",
                    "sync:conflict",
                    "*");

    private final TextField name = new TextField("Name");
    private final RadioButtonGroup<TargetKind> kind = new RadioButtonGroup<>("Kind");
    private final TextField url = new TextField("URL");
    private final TextField secret = new TextField("Authorization");
    private final MultiSelectComboBox<String> events = new MultiSelectComboBox<>("Events");
    private final MultiSelectComboBox<EntityType> types = new MultiSelectComboBox<>("Types");
    private final Select<Priority> priority = new Select<>();
    private final Checkbox allowPrivate = new Checkbox("It is in a private network");
    private final Checkbox coalesce = new Checkbox("Only the latest of several changes is needed");
    private final IntegerField concurrency = new IntegerField("At once");
    private final TextField create = new TextField("To add a record");
    private final TextField update = new TextField("To change a record");
    private final TextField delete = new TextField("To delete a record");
    private final Checkbox conditional = new Checkbox("Send back its ETag, so that it can refuse");
    private final Div rest = new Div(create, update, delete, secret, conditional);
    private final Button save = new Button("Save");
    private final Map<String, Component> byProperty = new LinkedHashMap<>();
    private final transient SyncServices services;

    private TargetDialog(String title, SyncServices services) {
        this.services = services;
        setHeaderTitle(title);
        setWidth("min(100vw - 32px, 560px)");
        kind.setItems(TargetKind.values());
        kind.setItemLabelGenerator(one -> one == TargetKind.WEBHOOK ? "Webhook" : "REST endpoints");
        kind.addValueChangeListener(_ -> rest.setVisible(kind.getValue() == TargetKind.REST));
        url.setPlaceholder("https://shop.example/hooks/mergedesk");
        events.setItems(EVENTS);
        types.setItems(services.types().all());
        types.setItemLabelGenerator(EntityType::label);
        types.setPlaceholder("all");
        priority.setLabel("Priority");
        priority.setItems(Priority.values());
        priority.setItemLabelGenerator(Priority::wireName);
        allowPrivate.setTooltipText(
                "Lets it be reached by plain http:// and at addresses inside your network");
        concurrency.setMin(1);
        concurrency.setMax(64);
        concurrency.setStepButtonsVisible(true);
        create.setHelperText("Method and path, such as POST /contacts; empty: as a change");
        update.setHelperText("Such as PUT /contacts/{id}");
        delete.setHelperText("Such as DELETE /contacts/{id}; empty: not sent");
        secret.setHelperText("The header's value, such as Bearer and a token; kept encrypted");
        rest.addClassName("sync-form-rest");
        var more = new Details("More", new Div(allowPrivate, coalesce, concurrency));
        more.getContent().forEach(content -> content.addClassName("sync-form-more"));
        var pair = new Div(events, types);
        pair.addClassName("sync-form-pair");
        var form = new Div(name, kind, url, pair, priority, rest, more);
        form.addClassName("sync-form");
        add(form);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
        byProperty.put("name", name);
        byProperty.put("url", url);
        byProperty.put("events", events);
        byProperty.put("types", types);
        byProperty.put("secret", secret);
        byProperty.put("concurrency", concurrency);
        byProperty.put("rest.create", create);
        byProperty.put("rest.update", update);
        byProperty.put("rest.delete", delete);
    }

    static TargetDialog adding(SyncServices services, Actor actor, Consumer<TargetOutcome> told) {
        var dialog = new TargetDialog("Add target", services);
        dialog.fill(TargetDefinition.of("", TargetKind.WEBHOOK, URI.create("")));
        dialog.name.focus();
        dialog.save.setText("Add target");
        dialog.save.addClickListener(_ ->
                dialog.finish(
                        TargetDefinition.of("", dialog.kind.getValue(), URI.create("")),
                        definition ->
                                services.targets().create(definition, dialog.typedSecret(), actor),
                        told));
        return dialog;
    }

    static TargetDialog changing(
            SyncServices services, Actor actor, Target target, Consumer<TargetOutcome> told) {
        var dialog = new TargetDialog("Edit " + target.definition().name(), services);
        dialog.fill(target.definition());
        dialog.kind.setReadOnly(true);
        dialog.secret.setVisible(false);
        dialog.save.addClickListener(_ ->
                dialog.finish(
                        target.definition(),
                        definition ->
                                services.targets()
                                        .change(target.id(), definition, target.version(), actor),
                        told));
        return dialog;
    }

    private void fill(TargetDefinition target) {
        name.setValue(target.name());
        kind.setValue(target.kind());
        url.setValue(target.url().toString());
        events.setValue(target.events().stream().map(Pattern::text).collect(Collectors.toSet()));
        types.setValue(
                services.types().all().stream()
                        .filter(type -> target.types().contains(type.name()))
                        .collect(Collectors.toSet()));
        priority.setValue(target.priority());
        allowPrivate.setValue(target.allowPrivateAddress());
        coalesce.setValue(target.coalesce());
        concurrency.setValue(target.concurrency());
        create.setValue(words(target.rest().create()));
        update.setValue(words(target.rest().update()));
        delete.setValue(words(target.rest().delete()));
        conditional.setValue(target.rest().conditional());
        rest.setVisible(target.kind() == TargetKind.REST);
    }

    private Optional<String> typedSecret() {
        return kind.getValue() == TargetKind.REST && !secret.getValue().isBlank()
                ? Optional.of(secret.getValue().strip())
                : Optional.empty();
    }

    private void finish(
            TargetDefinition base,
            Function<TargetDefinition, TargetOutcome> work,
            Consumer<TargetOutcome> told) {
        byProperty.values().forEach(field -> ((HasValidation) field).setInvalid(false));
        URI address;
        try {
            address = URI.create(url.getValue().strip());
        } catch (IllegalArgumentException _) {
            show(
                    List.of(
                            new Violation(
                                    "url",
                                    "url: expected an address such as https://shop.example/hook")));
            return;
        }
        var outcome = work.apply(definition(base, address));
        if (outcome instanceof TargetOutcome.Refused(var violations)) {
            show(violations);
            return;
        }
        close();
        told.accept(outcome);
    }

    private TargetDefinition definition(TargetDefinition base, URI address) {
        var mapping =
                kind.getValue() == TargetKind.REST
                        ? new RestMapping(
                                request(create),
                                request(update),
                                request(delete),
                                base.rest().names(),
                                base.rest().headers(),
                                conditional.getValue())
                        : RestMapping.NONE;
        return new TargetDefinition(
                name.getValue().strip(),
                kind.getValue(),
                address,
                events.getValue().stream().map(Pattern::new).collect(Collectors.toSet()),
                types.getValue().stream().map(EntityType::name).collect(Collectors.toSet()),
                base.fields(),
                priority.getValue(),
                base.retry(),
                allowPrivate.getValue(),
                coalesce.getValue(),
                Optional.ofNullable(concurrency.getValue()).orElse(0),
                mapping);
    }

    private void show(List<Violation> violations) {
        for (var violation : violations) {
            var field = byProperty.getOrDefault(violation.field(), name);
            var validated = (HasValidation) field;
            validated.setErrorMessage(
                    violation.message().replaceFirst("^" + violation.field() + ": e", "E"));
            validated.setInvalid(true);
        }
    }

    private static String words(Optional<RestMapping.Request> request) {
        return request.map(one -> one.method() + " " + one.path()).orElse("");
    }

    private static Optional<RestMapping.Request> request(TextField field) {
        var text = field.getValue().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        return Optional.of(
                space < 0
                        ? new RestMapping.Request(text, "")
                        : new RestMapping.Request(
                                text.substring(0, space), text.substring(space + 1).strip()));
    }
}
