package io.mergedesk.ui.shell;

import com.vaadin.flow.spring.security.AuthenticationContext;
import io.mergedesk.security.CurrentActor;
import org.springframework.stereotype.Component;

/// The account behind the session.
@Component
class SignedInAccount implements CurrentAccount {

    private final CurrentActor current;
    private final AuthenticationContext session;

    SignedInAccount(CurrentActor current, AuthenticationContext session) {
        this.current = current;
        this.session = session;
    }

    @Override
    public Account get() {
        var person =
                current.person()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "nobody is signed in: expected a person"));
        return new Account(person.actor(), person.displayName());
    }

    @Override
    public void signOut() {
        session.logout();
    }
}
