package io.mergedesk.ui.setup;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.mergedesk.security.FirstAdmin;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.Violation;
import java.util.List;

/// The first start: whoever can read the server's log becomes the first admin.
@Route(value = "setup", autoLayout = false)
@PageTitle("Set up · Mergedesk")
@AnonymousAllowed
@StyleSheet("context://styles/login.css")
class SetupView extends Main implements BeforeEnterObserver {

    private final FirstAdmin firstAdmin;
    private final TextField code = new TextField("Code from the log");
    private final TextField account = new TextField("Account name");
    private final TextField displayName = new TextField("Your name");
    private final PasswordField password = new PasswordField("Password");
    private final Button create = new Button("Create the first admin", _ -> create());

    SetupView(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
        addClassName("setup-page");
        var card = new Div(brand(), introduction(), form());
        card.addClassNames("login-card", "wide");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdmin.isMissing()) {
            event.forwardTo("login");
        }
    }

    private Div form() {
        code.setHelperText("Four groups of four, printed when the server started");
        account.setHelperText("Small letters, digits, . _ @ or -");
        password.setHelperText("At least 8 characters; a few words in a row are good");
        account.getElement().setAttribute("autocomplete", "username");
        password.getElement().setAttribute("autocomplete", "new-password");
        code.getElement().setAttribute("autocomplete", "off");
        code.setAutofocus(true);
        code.addClassName("setup-code");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var form = new Div(code, displayName, account, password, create);
        form.addClassName("setup-form");
        return form;
    }

    private void create() {
        fields().forEach(field -> field.setInvalid(false));
        var outcome =
                firstAdmin.create(
                        code.getValue(),
                        account.getValue(),
                        displayName.getValue(),
                        password.getValue(),
                        VaadinRequest.getCurrent().getRemoteAddr());
        switch (outcome) {
            case PeopleOutcome.Done _ ->
                    getUI().ifPresent(ui -> ui.getPage().setLocation("login?created"));
            case PeopleOutcome.Refused(var violations) -> show(violations);
            case PeopleOutcome.Unknown _, PeopleOutcome.Forbidden _ ->
                    throw new IllegalStateException(
                            "expected the first admin to be created or refused, was " + outcome);
        }
    }

    /// Marks every field that is wrong; the first of them gets the focus.
    private void show(List<Violation> violations) {
        for (var violation : violations.reversed()) {
            var expected = "Expected " + violation.expectation();
            switch (violation.field()) {
                case "code" -> mark(code, expected);
                case "account" -> mark(account, expected);
                case "displayName" -> mark(displayName, expected);
                default -> mark(password, expected);
            }
        }
    }

    private List<HasValidation> fields() {
        return List.of(code, account, displayName, password);
    }

    private static <F extends HasValidation & Focusable<?>> void mark(F field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }

    private static Div brand() {
        var mark = new Image("styles/images/mark.svg", "");
        var brand = new Div(new Div(mark, new H1("Welcome to Mergedesk")));
        brand.addClassName("login-brand");
        return brand;
    }

    private static Paragraph introduction() {
        var text =
                new Paragraph(
                        "Nobody can sign in yet. Enter the code from the server's log to create "
                                + "the first admin; the code works once.");
        text.addClassName("setup-introduction");
        return text;
    }
}
