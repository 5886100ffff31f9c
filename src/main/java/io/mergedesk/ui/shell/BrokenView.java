package io.mergedesk.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/// A screen could not be shown. Stands alone: the frame itself may be what is broken.
@PageTitle("Something went wrong · Mergedesk")
@AnonymousAllowed
class BrokenView extends PlainWords implements HasErrorParameter<Exception> {

    private final UnexpectedErrors errors;

    BrokenView(UnexpectedErrors errors) {
        this.errors = errors;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        say(
                "Something went wrong on our side",
                "Nothing that was saved is lost, and what you typed is kept in this browser.",
                "If you tell your admin, give them this number: "
                        + errors.log(parameter.getCaughtException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
