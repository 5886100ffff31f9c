package io.mergedesk.ui.account;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiToken;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.TokenOutcome;
import java.util.function.Supplier;

/// The tokens of a person: revoked by an admin or by themselves, made by themselves only.
@StyleSheet("context://styles/account.css")
public final class TokenList extends Div {

    private final transient ApiTokenService tokens;
    private final transient Supplier<Actor> actor;
    private final transient UserId owner;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph("No tokens yet.");
    private final TextField name = new TextField("Name of a new token");

    public TokenList(ApiTokenService tokens, Supplier<Actor> actor, UserId owner) {
        this.tokens = tokens;
        this.actor = actor;
        this.owner = owner;
        addClassName("tokens");
        list.addClassName("token-list");
        list.getElement().setAttribute("aria-label", "Tokens");
        none.addClassName("soft");
        add(list, none);
        if (actor.get().id().equals(owner)) {
            add(form());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        refresh(event.getUI());
    }

    private Div form() {
        name.setHelperText("What it is for: \"nightly export\"");
        name.setMaxLength(120);
        var make = new Button("Make token", _ -> make());
        make.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        var form = new Div(name, make);
        form.addClassName("token-form");
        return form;
    }

    private void make() {
        switch (tokens.create(actor.get(), name.getValue())) {
            case TokenOutcome.Made(var made) -> {
                name.clear();
                name.setInvalid(false);
                getUI().ifPresent(this::refresh);
                new SecretDialog("Token " + made.token().name(), made.secret()).open();
            }
            case TokenOutcome.Refused(var violations) -> {
                name.setErrorMessage("Expected " + violations.getFirst().expectation());
                name.setInvalid(true);
                name.focus();
            }
        }
    }

    private void refresh(UI page) {
        var known = tokens.of(actor.get(), owner);
        var moments = LocalMoments.of(page);
        list.removeAll();
        known.forEach(token -> list.add(row(token, moments)));
        list.setVisible(!known.isEmpty());
        none.setVisible(known.isEmpty());
    }

    private Component row(ApiToken token, LocalMoments moments) {
        var used = token.lastUsedAt().map(at -> "last used " + moments.show(at));
        var name = new Span(token.name());
        name.addClassName("token-name");
        var when =
                new Span(
                        "made "
                                + moments.show(token.createdAt())
                                + " · "
                                + used.orElse("never used"));
        when.addClassNames("soft", "small");
        var what = new Div(name, when);
        what.addClassName("token-what");
        var revoke = new Button("Revoke…", _ -> askRevoke(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        revoke.setAriaLabel("Revoke the token " + token.name());
        return new ListItem(what, revoke);
    }

    private void askRevoke(ApiToken token) {
        var dialog =
                new ConfirmDialog(
                        "Revoke " + token.name() + "?",
                        "Programs that sign in with it are refused from now on. This cannot be"
                                + " undone.",
                        "Revoke",
                        _ -> revoke(token),
                        "Keep it",
                        _ -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void revoke(ApiToken token) {
        tokens.revoke(actor.get(), owner, token.id());
        getUI().ifPresent(this::refresh);
    }
}
