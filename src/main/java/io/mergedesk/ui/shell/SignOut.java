package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/// Leaving: what was typed and not saved is named first, then wiped, so that whoever sits here next
/// finds nothing.
final class SignOut {

    private final Component page;
    private final CurrentAccount current;
    private final String account;

    SignOut(Component page, CurrentAccount current) {
        this.page = page;
        this.current = current;
        this.account = current.get().actor().id().value();
    }

    void begin() {
        Modules.call(page.getElement(), "drafts.js", "m.unsaved($0)", account)
                .then(Integer.class, this::askWhenUnsaved, _ -> finish());
    }

    private void askWhenUnsaved(int count) {
        if (count == 0) {
            finish();
            return;
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader("Sign out without saving?");
        dialog.setText(
                count == 1
                        ? "One record has text that is not saved. It is forgotten when you sign out."
                        : "%d records have text that is not saved. It is forgotten when you sign out."
                                .formatted(count));
        dialog.setConfirmText("Stay");
        dialog.setRejectable(true);
        dialog.setRejectText("Sign out");
        dialog.setRejectButtonTheme("");
        dialog.addRejectListener(_ -> finish());
        dialog.open();
    }

    private void finish() {
        Modules.call(page.getElement(), "drafts.js", "m.wipe($0)", account)
                .then(_ -> current.signOut(), _ -> current.signOut());
    }
}
