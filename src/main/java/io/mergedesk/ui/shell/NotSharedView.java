package io.mergedesk.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/// What does not exist and what is not shared look the same.
@ParentLayout(MainLayout.class)
@PageTitle("Nothing here · Mergedesk")
@PermitAll
class NotSharedView extends PlainWords implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        say(
                "There is nothing here, or it is not shared with you",
                "The address may have a typing error, or the record belongs to another team.");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
