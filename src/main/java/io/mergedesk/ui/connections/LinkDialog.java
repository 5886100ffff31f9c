package io.mergedesk.ui.connections;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.Violation;
import io.mergedesk.realtime.LinkOutcome;
import io.mergedesk.realtime.Links;
import io.mergedesk.realtime.NewLink;
import java.util.List;
import java.util.function.Supplier;

/// Adds a link.
final class LinkDialog extends Dialog {

    private final transient Links links;
    private final transient Supplier<Actor> actor;
    private final transient Runnable changed;
    private final TextField name = new TextField("Name");
    private final TextField url = new TextField("Address");
    private final PasswordField token = new PasswordField("Token");
    private final Checkbox all =
            new Checkbox("Also hear of everything that has happened there so far");
    private final Checkbox allowPrivate = new Checkbox("It is in a private network");

    LinkDialog(Links links, Supplier<Actor> actor, Runnable changed) {
        this.links = links;
        this.actor = actor;
        this.changed = changed;
        setHeaderTitle("Add a link");
        setWidth("min(100vw - 32px, 460px)");
        name.setHelperText("What you call the other Mergedesk");
        name.focus();
        url.setPlaceholder("https://desk.example.org");
        token.setHelperText(
                "Of an account over there, from its account menu: the link hears of what that account may see. It is kept encrypted.");
        token.getElement().setAttribute("autocomplete", "off");
        var form = new Div(name, url, token, all, allowPrivate);
        form.addClassName("link-form");
        add(form);
        var save = new Button("Add link", _ -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(name, url, token).resetFocusOnActiveElement();
        getFooter().add(new Button("Cancel", _ -> close()), save);
    }

    private void save() {
        var asked =
                new NewLink(
                        name.getValue(),
                        url.getValue(),
                        token.getValue(),
                        all.getValue(),
                        allowPrivate.getValue());
        switch (links.add(actor.get(), asked)) {
            case LinkOutcome.Done _ -> {
                close();
                changed.run();
            }
            case LinkOutcome.Refused(var violations) -> show(violations);
            case LinkOutcome.Missing _, LinkOutcome.Forbidden _ ->
                    show(List.of(new Violation("name", "name: expected an admin")));
        }
    }

    private void show(List<Violation> violations) {
        name.setInvalid(false);
        url.setInvalid(false);
        token.setInvalid(false);
        for (var violation : violations) {
            var words = violation.message().substring(violation.field().length() + 2);
            var shown =
                    words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
            switch (violation.field()) {
                case "url" -> {
                    url.setErrorMessage(shown);
                    url.setInvalid(true);
                }
                case "token" -> {
                    token.setErrorMessage(shown);
                    token.setInvalid(true);
                }
                default -> {
                    name.setErrorMessage(shown);
                    name.setInvalid(true);
                }
            }
        }
    }
}
