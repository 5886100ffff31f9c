package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.sync.MergePatch;
import io.mergedesk.sync.Refusal;
import io.mergedesk.sync.Refusals;
import java.util.Optional;
import java.util.function.Function;

/// The whole of what another system sent, why it was refused, and what becomes of it.
final class RefusalDialog extends Dialog {

    private final TextArea body = new TextArea("What it sent");
    private final TextField reason = new TextField("Reason");
    private final transient Decisions decisions;

    /// What an admin decides.
    interface Decisions {
        /// @param body one JSON object
        /// @return what is still wrong with it, in words; empty when it was taken
        Optional<String> take(String body);

        void dismiss(String reason);
    }

    /// The record that has the value which no two may have.
    ///
    /// @param address where it is shown
    record Holder(String address, String title) {}

    /// @param sender the name of the system it came from
    RefusalDialog(Refusal refusal, String sender, Optional<Holder> holder, Decisions decisions) {
        this.decisions = decisions;
        setHeaderTitle("Refused from " + sender);
        setWidth("min(100vw - 32px, 720px)");
        var problem = new Paragraph(refusal.problem());
        problem.addClassName("sync-refusal-problem");
        add(problem);
        holder.ifPresent(one -> add(leadTo(one)));
        body.setWidthFull();
        body.setMaxHeight("300px");
        body.setValue(pretty(refusal.body()));
        add(body);
        getFooter().add(new Button("Close", _ -> close()));
        if (refusal.isOpen()) {
            body.setHelperText("One JSON object; mend what is wrong, or take it as it came");
            reason.setWidthFull();
            reason.setMaxLength(Refusals.LONGEST_REASON);
            reason.setHelperText("For dismissing it");
            add(reason);
            getFooter().add(new Button("Dismiss", _ -> dismiss()));
            holder.filter(_ -> refusal.about().isEmpty())
                    .ifPresent(one ->
                            getFooter()
                                    .add(
                                            new Button(
                                                    "Same record: merge",
                                                    _ -> take(text -> into(text, refusal)))));
            var take = new Button("Take it", _ -> take(text -> text));
            take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(take);
        } else {
            body.setReadOnly(true);
            refusal.end().map(RefusalList::words).map(Paragraph::new).ifPresent(this::add);
        }
    }

    private static Paragraph leadTo(Holder holder) {
        var words = new Paragraph("It belongs to ");
        words.add(
                new Anchor(holder.address(), holder.title()),
                new Text(". If both are the same, merge: what both have waits at the desk."));
        return words;
    }

    private static String pretty(String body) {
        return MergePatch.object(body).map(one -> one.toPrettyString()).orElse(body);
    }

    /// The same as a change of the record that has the value, of which its sender has seen nothing.
    private static String into(String text, Refusal refusal) {
        var root = MergePatch.object(text).orElseThrow();
        var data = root.withObjectProperty("data");
        data.put("id", refusal.holder().orElseThrow().toString()).put("baseRevision", 0);
        return root.toString();
    }

    private void take(Function<String, String> made) {
        var problem =
                MergePatch.object(body.getValue()).isEmpty()
                        ? Optional.of("Expected one JSON object")
                        : decisions.take(made.apply(body.getValue()));
        problem.ifPresentOrElse(
                words -> {
                    body.setErrorMessage(words);
                    body.setInvalid(true);
                    body.focus();
                },
                this::close);
    }

    private void dismiss() {
        close();
        decisions.dismiss(reason.getValue().strip());
    }
}
