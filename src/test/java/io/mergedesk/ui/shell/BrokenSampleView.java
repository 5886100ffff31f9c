package io.mergedesk.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/// A screen that cannot be shown.
@Route(value = "broken", layout = MainLayout.class)
@AnonymousAllowed
class BrokenSampleView extends Div {

    BrokenSampleView() {
        throw new IllegalStateException("secret detail");
    }
}
