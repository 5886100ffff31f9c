package io.mergedesk.security;

import java.time.InstantSource;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.transaction.support.TransactionOperations;

/// Signs in with the login form, through Spring Security's own filter.
final class PasswordAuthentication implements AuthenticationProvider {

    private final SignIn signIn;
    private final People people;
    private final CurrentPeople current;
    private final SignInNotes notes;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    PasswordAuthentication(
            SignIn signIn,
            People people,
            CurrentPeople current,
            SignInNotes notes,
            TransactionOperations transactions,
            InstantSource clock) {
        this.signIn = signIn;
        this.people = people;
        this.current = current;
        this.notes = notes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var password = attempt.getCredentials() instanceof String entered ? entered : "";
        return switch (signIn.withPassword(attempt.getName(), password, address(attempt))) {
            case SignInOutcome.SignedIn(var person, _) -> admit(person, attempt);
            case SignInOutcome.Wrong _ -> throw new BadCredentialsException("wrong password");
            case SignInOutcome.Disabled _ -> throw new DisabledException("account is disabled");
            case SignInOutcome.TooMany(var wait) -> throw new TooManyAttemptsException(wait);
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Authentication admit(Person person, Authentication attempt) {
        transactions.executeWithoutResult(_ -> people.signedIn(person.id(), StoredTime.of(clock)));
        current.forget(person.id());
        notes.signedIn(person.id(), address(attempt));
        var signedIn = SignedInPerson.of(person);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }
}
