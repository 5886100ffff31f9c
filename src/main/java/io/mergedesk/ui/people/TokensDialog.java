package io.mergedesk.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.security.ApiToken;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.Person;
import io.mergedesk.security.TokenOutcome;

/// The tokens of a person: revoked by an admin or by themselves, made by themselves only.
final class TokensDialog extends Dialog {

    private final transient ApiTokenService tokens;
    private final transient Actor actor;
    private final transient Person person;
    private final Div list = new Div();
    private final TextField name = new TextField("Name of a new token");

    TokensDialog(ApiTokenService tokens, Actor actor, Person person) {
        this.tokens = tokens;
        this.actor = actor;
        this.person = person;
        setHeaderTitle("Tokens of " + person.displayName());
        setWidth("min(100vw - 32px, 520px)");
        add(list);
        if (actor.id().equals(person.id())) {
            name.setPlaceholder("what it is for");
            var make = new Button("Make token", _ -> make());
            var form = new Div(name, make);
            form.addClassName("people-new-token");
            add(form);
        }
        getFooter().add(new Button("Close", _ -> close()));
        refresh();
    }

    private void make() {
        switch (tokens.create(actor, name.getValue())) {
            case TokenOutcome.Made(var made) -> {
                name.clear();
                name.setInvalid(false);
                refresh();
                new SecretDialog("Token " + made.token().name(), made.secret()).open();
            }
            case TokenOutcome.Refused(var violations) -> {
                name.setErrorMessage("Expected " + violations.getFirst().expectation());
                name.setInvalid(true);
            }
        }
    }

    private void refresh() {
        list.removeAll();
        var known = tokens.of(actor, person.id());
        known.forEach(token -> list.add(row(token)));
        if (known.isEmpty()) {
            list.add(new Paragraph("No tokens."));
        }
    }

    private Div row(ApiToken token) {
        var used = token.lastUsedAt().map(at -> "last used " + at).orElse("never used");
        var when = new Span(used);
        when.addClassName("people-account");
        var what = new Div(new Span(token.name()), when);
        what.addClassName("people-who");
        var revoke =
                new Button(
                        "Revoke",
                        _ -> {
                            tokens.revoke(actor, person.id(), token.id());
                            refresh();
                        });
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        revoke.setAriaLabel("Revoke the token " + token.name());
        var row = new Div(what, revoke);
        row.addClassName("people-token");
        return row;
    }
}
