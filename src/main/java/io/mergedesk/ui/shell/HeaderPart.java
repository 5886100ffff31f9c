package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Component;

/// Something in the header of every screen, beside the account.
public interface HeaderPart {

    /// A new one for the page of that person; called in the thread of the page's request.
    Component of(Account account);
}
