package io.mergedesk.ui.login;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.security.DemoAccounts;
import io.mergedesk.security.DemoAccounts.DemoAccount;

/// Says that this is the demo, and fills in an account with one click.
final class DemoHint extends Section {

    private static final String FILL =
            """
            const form = document.querySelector('vaadin-login-form');
            const field = name => form.querySelector(`[name="${name}"]`);
            field('username').value = $0;
            field('password').value = $1;
            field('password').focus();
            """;

    DemoHint() {
        addClassName("login-demo");
        var accounts = new Div();
        accounts.addClassName("login-demo-accounts");
        DemoAccounts.ALL.forEach(demo -> accounts.add(fill(demo)));
        var password = new Span(DemoAccounts.PASSWORD);
        password.addClassName("login-demo-password");
        var explanation =
                new Paragraph(
                        new Span("Demo on this machine only. Each account has the password "),
                        password,
                        new Span("."));
        add(explanation, accounts);
    }

    private static Button fill(DemoAccount demo) {
        var button = new Button(demo.account());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Fill in the account " + demo.account());
        button.addClickListener(
                _ -> button.getElement().executeJs(FILL, demo.account(), DemoAccounts.PASSWORD));
        return button;
    }
}
