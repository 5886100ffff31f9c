package io.mergedesk.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/// Notes that somebody signs out of a browser.
public final class SignOutNote implements LogoutHandler {

    private final SignInNotes notes;

    SignOutNote(SignInNotes notes) {
        this.notes = notes;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication leaving) {
        if (leaving instanceof SignedInPerson person) {
            notes.signedOut(person.id(), request.getRemoteAddr());
        }
    }
}
