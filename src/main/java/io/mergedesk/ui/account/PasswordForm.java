package io.mergedesk.ui.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinSession;
import io.mergedesk.common.Actor;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.Violation;
import java.util.function.Supplier;

/// Changes one's own password; only who knows the one of now may.
final class PasswordForm extends Div {

    private final transient PeopleService people;
    private final transient Supplier<Actor> actor;
    private final PasswordField current = new PasswordField("Current password");
    private final PasswordField fresh = new PasswordField("New password");
    private final Paragraph told = new Paragraph();

    PasswordForm(PeopleService people, Supplier<Actor> actor) {
        this.people = people;
        this.actor = actor;
        addClassName("account-form");
        current.getElement().setAttribute("autocomplete", "current-password");
        fresh.getElement().setAttribute("autocomplete", "new-password");
        fresh.setHelperText("At least 8 characters; a few words in a row are good");
        told.addClassNames("note", "note-ok");
        told.getElement().setAttribute("role", "status");
        told.setVisible(false);
        var change = new Button("Change password", _ -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
        add(current, fresh, change, told);
    }

    private void change() {
        current.setInvalid(false);
        fresh.setInvalid(false);
        told.setVisible(false);
        var session = VaadinSession.getCurrent().getSession().getId();
        var outcome =
                people.changeOwnPassword(
                        actor.get(), current.getValue(), fresh.getValue(), session);
        switch (outcome) {
            case PeopleOutcome.Done _ -> {
                current.clear();
                fresh.clear();
                told.setText("Your password is changed. Sessions elsewhere have ended.");
                told.setVisible(true);
            }
            case PeopleOutcome.Refused(var violations) -> violations.reversed().forEach(this::show);
            case PeopleOutcome.Unknown _, PeopleOutcome.Forbidden _ ->
                    throw new IllegalStateException(
                            "expected one's own password to be changed or refused, was " + outcome);
        }
    }

    private void show(Violation violation) {
        var field = violation.field().equals("currentPassword") ? current : fresh;
        field.setErrorMessage("Expected " + violation.expectation());
        field.setInvalid(true);
        field.focus();
    }
}
