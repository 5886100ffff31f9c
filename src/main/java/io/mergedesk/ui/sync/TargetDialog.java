package io.mergedesk.ui.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.mergedesk.common.Actor;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetOutcome;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;

/// Adds a target or changes one.
final class TargetDialog extends Dialog {

    private final TargetForm form;
    private final Button save = new Button("Save");

    private TargetDialog(String title, SyncServices services) {
        form = new TargetForm(services.types().all());
        setHeaderTitle(title);
        setWidth("min(100vw - 32px, 600px)");
        add(form);
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    static TargetDialog adding(SyncServices services, Actor actor, Consumer<TargetOutcome> told) {
        var dialog = new TargetDialog("Add target", services);
        var fresh = TargetDefinition.of("", TargetKind.WEBHOOK, URI.create(""));
        dialog.save.setText("Add target");
        dialog.open(
                fresh,
                definition ->
                        services.targets()
                                .create(
                                        definition,
                                        dialog.form.rest().typedSecret(),
                                        dialog.form.rest().typedHeaders(),
                                        actor),
                told);
        dialog.form.begin();
        return dialog;
    }

    static TargetDialog changing(
            SyncServices services, Actor actor, Target target, Consumer<TargetOutcome> told) {
        var dialog = new TargetDialog("Edit " + target.definition().name(), services);
        dialog.form.isThere();
        dialog.open(
                target.definition(),
                definition -> dialog.change(services, actor, target, definition),
                told);
        return dialog;
    }

    /// The secret first: it has no version, so a definition that is refused after it can be saved
    /// once more.
    private TargetOutcome change(
            SyncServices services, Actor actor, Target target, TargetDefinition definition) {
        var typed = form.rest().typedSecret();
        if (typed.isPresent()) {
            var replaced = services.targets().rotate(target.id(), typed, actor);
            if (!(replaced instanceof TargetOutcome.Saved)) {
                return replaced;
            }
            form.rest().forgetSecret();
        }
        return services.targets()
                .change(
                        target.id(),
                        definition,
                        form.rest().typedHeaders(),
                        target.version(),
                        actor);
    }

    private void open(
            TargetDefinition base,
            Function<TargetDefinition, TargetOutcome> work,
            Consumer<TargetOutcome> told) {
        form.fill(base);
        save.addClickListener(_ ->
                form.read(
                        base,
                        definition -> {
                            var outcome = work.apply(definition);
                            if (outcome instanceof TargetOutcome.Refused(var violations)) {
                                form.show(violations);
                            } else {
                                close();
                                told.accept(outcome);
                            }
                        }));
    }
}
