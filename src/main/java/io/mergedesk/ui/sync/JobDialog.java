package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.MergePatch;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// One job with its delivery log: what was sent, what came back, and what can be done about it.
final class JobDialog extends Dialog {

    private final TextArea body = new TextArea("Send this instead");

    /// What an admin decides.
    interface Decisions {
        void retry(JobLine line);

        void retryWith(JobLine line, String body);

        void skip(JobLine line);
    }

    JobDialog(JobLine line, List<AttemptLine> attempts, Decisions decisions) {
        setHeaderTitle("Delivery of " + line.job().revision());
        setWidth("min(100vw - 32px, 720px)");
        var state = new Div(SyncWords.badge(line.state()), new Span("Job " + line.job().id()));
        state.addClassNames("sync-job-head", "soft", "small");
        add(state);
        line.job().problem().ifPresent(problem -> add(new Paragraph(problem)));
        line.awaits()
                .ifPresent(conflict ->
                        add(
                                new Paragraph(
                                        new Text(
                                                "This system changed the same record there, and its values wait at the"
                                                        + " desk. Nothing is sent over them until "),
                                        new Anchor("conflicts/" + conflict, "that conflict"),
                                        new Text(" is decided."))));
        if (attempts.isEmpty()) {
            add(new Paragraph("No attempt yet."));
        }
        attempts.reversed()
                .forEach(attempt -> add(log(attempt, attempt.equals(attempts.getLast()))));
        getFooter().add(new Button("Close", _ -> close()));
        if (line.state() == JobState.DEAD) {
            body.setWidthFull();
            body.setHelperText("One JSON object; the same job id is sent with it");
            body.setMaxHeight("260px");
            body.setValue(sent(line, attempts));
            var edit = new Details("Edit and deliver again", body, deliver(line, decisions));
            add(edit);
        }
        if (line.state() == JobState.DEAD || line.state() == JobState.WAITING) {
            getFooter().add(button("Skip", line, decisions::skip));
        }
        if (line.state() == JobState.DEAD || line.state() == JobState.DONE) {
            var again = button("Deliver again", line, decisions::retry);
            again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            getFooter().add(again);
        }
    }

    private Button button(String text, JobLine line, Consumer<JobLine> work) {
        return new Button(
                text,
                _ -> {
                    close();
                    work.accept(line);
                });
    }

    private Button deliver(JobLine line, Decisions decisions) {
        return new Button(
                "Deliver this",
                _ -> {
                    if (MergePatch.object(body.getValue()).isPresent()) {
                        close();
                        decisions.retryWith(line, body.getValue());
                    } else {
                        body.setErrorMessage("Expected one JSON object");
                        body.setInvalid(true);
                    }
                });
    }

    /// What was sent last, or what was written in its place since.
    static String sent(JobLine line, List<AttemptLine> attempts) {
        return line.job()
                .body()
                .orElseGet(
                        () -> attempts.isEmpty() ? "" : attempts.getLast().exchange().sentBody());
    }

    private static Component log(AttemptLine attempt, boolean opened) {
        var exchange = attempt.exchange();
        var summary =
                new Span(
                        String.format(
                                Locale.ROOT,
                                "Attempt %d · %s · %d ms",
                                attempt.number(),
                                exchange.status() == 0 ? "no answer" : exchange.status(),
                                exchange.took().toMillis()));
        var badge =
                new StatusBadge(
                        attempt.outcome(),
                        attempt.outcome().equals("taken")
                                ? StatusBadge.Kind.OK
                                : StatusBadge.Kind.WARN);
        var head = new Div(summary, badge);
        head.addClassName("sync-attempt-head");
        var sent = scrolled(exchange.request(), "What was sent");
        var got = scrolled(exchange.answer(), "What was answered");
        var details = new Details(head, new Span("Sent"), sent, new Span("Answered"), got);
        details.addClassName("sync-attempt");
        details.setOpened(opened);
        return details;
    }

    private static Pre scrolled(String text, String name) {
        var pre = new Pre(text.isEmpty() ? "nothing" : text);
        pre.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", name);
        return pre;
    }
}
