package io.mergedesk.ui.audit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.Extent;
import io.mergedesk.audit.Verification;
import io.mergedesk.audit.VerificationOutcome;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Ago;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.shell.Toast;
import java.time.Duration;
import java.util.Optional;

/// Says whether the trail is intact; pressed, it explains that in words, and verifies anew.
final class IntegrityBadge extends Div {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final transient AuditIntegrity integrity;
    private final transient Viewer viewer;
    private final transient IntegrityText text;
    private final NativeButton badge = new NativeButton();
    private final H2 heading = new H2();
    private final Paragraph sentence = new Paragraph();
    private final UnorderedList reports = new UnorderedList();
    private final Paragraph progress = new Paragraph();
    private final Button verify = new Button("Verify now", _ -> verify());
    private transient Optional<Verification> running = Optional.empty();
    private volatile boolean here;

    IntegrityBadge(AuditIntegrity integrity, Viewer viewer) {
        this.integrity = integrity;
        this.viewer = viewer;
        text = new IntegrityText(new Ago(viewer.services().clock()));
        addClassName("integrity");
        verify.addThemeVariants(ButtonVariant.LUMO_SMALL);
        progress.addClassNames("soft", "small", "number");
        progress.getElement().setAttribute("role", "status");
        var why =
                new Paragraph(
                        "Each row carries a hash of itself and of the row before it, and signed"
                                + " checkpoints lie outside the database. So a row that was"
                                + " changed, taken out or put in later is found.");
        why.addClassNames("soft", "small");
        var content = new Div(heading, sentence, reports, why, progress, verify);
        content.addClassName("integrity-words");
        var popover = new Popover(content);
        popover.setTarget(badge);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAriaLabel("Whether the trail is intact");
        add(badge, popover);
        tell();
    }

    /// Shows what is known now.
    void tell() {
        var state = integrity.state();
        badge.setText(text.badge(state));
        badge.setClassName(
                "badge badge-"
                        + IntegrityText.kind(state).name().toLowerCase(java.util.Locale.ROOT));
        heading.setText(IntegrityText.word(state));
        sentence.setText(state.words());
        reports.removeAll();
        state.reports().forEach(report -> reports.add(new ListItem(text.sentence(report))));
        integrity
                .checkpointDamage()
                .ifPresent(damage -> reports.add(new ListItem("Checkpoints: " + damage + ".")));
        sentence.setVisible(state.reports().isEmpty());
        progress.setVisible(running.isPresent() || !progress.getText().isEmpty());
        verify.setEnabled(running.isEmpty());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        here = true;
        tell();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        here = false;
        super.onDetach(event);
    }

    private void verify() {
        switch (integrity.verify(new Extent.Whole(), viewer.actor())) {
            case VerificationOutcome.Started(var started) -> follow(started);
            case VerificationOutcome.Forbidden _, VerificationOutcome.NoSuchCheckpoint _ ->
                    Toast.say("Only admins verify the trail.");
        }
    }

    private void follow(Verification started) {
        running = Optional.of(started);
        look();
        getUI().ifPresent(ui -> {
            var look = Paced.inPage(ui, this::look);
            Thread.ofVirtual().name("audit-badge").start(() -> watch(started, look));
        });
    }

    private void watch(Verification verification, Runnable look) {
        try {
            while (here && verification.await(LOOK_AGAIN).isEmpty()) {
                look.run();
            }
        } catch (IllegalStateException _) {
            // told by the look that follows
        }
        look.run();
    }

    private void look() {
        running.ifPresent(verification -> progress.setText(found(verification)));
        tell();
    }

    private String found(Verification verification) {
        try {
            if (verification.reports().isEmpty()) {
                return IntegrityText.progress(verification);
            }
            running = Optional.empty();
            return "Verified just now.";
        } catch (IllegalStateException _) {
            running = Optional.empty();
            return "The rows could not be read. Try again later.";
        }
    }
}
