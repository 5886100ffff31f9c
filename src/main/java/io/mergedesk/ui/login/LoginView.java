package io.mergedesk.ui.login;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.mergedesk.security.CurrentActor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/// Where people sign in. Says in plain words why they are here, when it is not by their own wish.
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Mergedesk")
@AnonymousAllowed
@StyleSheet("context://styles/login.css")
class LoginView extends Main implements BeforeEnterObserver {

    private final LoginForm form = new LoginForm();
    private final LoginNotice notice = new LoginNotice();
    private final CurrentActor current;

    LoginView(CurrentActor current, Environment environment) {
        this.current = current;
        addClassName("login-page");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(LoginWords.form());
        var card = new Div(brand(), notice, form);
        card.addClassName("login-card");
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            card.add(new DemoHint());
        }
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        notice.say(LoginReason.from(event.getLocation().getQueryParameters()));
    }

    private static Div brand() {
        var mark = new Image("styles/images/mark.svg", "");
        var promise = new Paragraph("Shared records that never lose an edit.");
        var brand = new Div(new Div(mark, new H1("Mergedesk")), promise);
        brand.addClassName("login-brand");
        return brand;
    }
}
