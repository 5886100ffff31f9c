package io.mergedesk.ui.login;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// Says above the form why somebody is here, when it is not by their own wish; read out when it
/// appears.
final class LoginNotice extends Div {

    private final Paragraph title = new Paragraph();
    private final Paragraph message = new Paragraph();

    LoginNotice() {
        addClassName("login-notice");
        title.addClassName("login-notice-title");
        add(title, message);
        setVisible(false);
    }

    void say(LoginReason reason) {
        title.setText(LoginWords.title(reason));
        message.setText(LoginWords.message(reason));
        setClassName("bad", reason.isError());
        getElement().setAttribute("role", reason.isError() ? "alert" : "status");
        setVisible(!(reason instanceof LoginReason.Own));
    }
}
