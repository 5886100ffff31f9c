package io.mergedesk.ui.shell;

/// Tells a screen who is looking at it. To be asked in the thread that serves the screen's request.
public interface CurrentAccount {

    /// @throws IllegalStateException when nobody is signed in
    Account get();

    /// Ends the session and shows the login page.
    void signOut();
}
