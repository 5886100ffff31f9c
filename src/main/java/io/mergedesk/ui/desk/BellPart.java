package io.mergedesk.ui.desk;

import io.mergedesk.ui.shell.Account;
import io.mergedesk.ui.shell.HeaderPart;
import org.springframework.stereotype.Component;

/// The bell in the header of every screen.
@Component
class BellPart implements HeaderPart {

    private final DeskServices services;

    BellPart(DeskServices services) {
        this.services = services;
    }

    @Override
    public com.vaadin.flow.component.Component of(Account account) {
        return new Bell(services);
    }
}
