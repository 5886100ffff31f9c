package io.mergedesk.ui.shell;

import com.vaadin.flow.router.Location;
import java.util.Optional;

/// Where the search in the header leads. Without such a bean there is no search field.
public interface HeaderSearch {

    /// What the empty field says: "Search contacts, contracts …".
    String placeholder();

    /// Shows what is found; called in the thread of the screen's request.
    void search(String words);

    /// What the page at this address searches for; empty when it does not search. While it does,
    /// the field searches as one types.
    default Optional<String> wordsOf(Location location) {
        return Optional.empty();
    }
}
