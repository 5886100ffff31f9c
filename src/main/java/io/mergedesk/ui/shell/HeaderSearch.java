package io.mergedesk.ui.shell;

/// Where the search in the header leads. Without such a bean there is no search field.
public interface HeaderSearch {

    /// What the empty field says: "Search contacts, contracts …".
    String placeholder();

    /// Shows what is found; called in the thread of the screen's request.
    void search(String words);
}
