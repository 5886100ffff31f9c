package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who acts on this thread, always with the rights of now: a role taken away is gone at once.
@Component
public class CurrentActor {

    private final CurrentPeople people;
    private final ApiTokenService tokens;

    CurrentActor(CurrentPeople people, ApiTokenService tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /// @throws AuthenticationCredentialsNotFoundException when nobody is signed in, or somebody who
    ///   has been disabled since
    public Actor require() {
        return find().orElseThrow(() ->
                new AuthenticationCredentialsNotFoundException(
                        "nobody is signed in on this thread: expected a person"));
    }

    /// Empty when nobody is signed in, or somebody who has been disabled since.
    public Optional<Actor> find() {
        return person().map(Person::actor);
    }

    /// The person behind [#find], with name and state.
    public Optional<Person> person() {
        return signedIn().flatMap(people::active).map(Account::person);
    }

    /// The rights of somebody now, for work that goes on after the request, such as a push.
    public Optional<Actor> of(UserId id) {
        return people.active(id).map(account -> account.person().actor());
    }

    /// Who acts on this thread, for work that goes on after the request: to be asked again and
    /// again, and empty from the moment on that the person is disabled, the password is another or
    /// the token is revoked.
    public Supplier<Optional<Actor>> standing() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof SignedInPerson person
                ? () -> stillIn(person)
                : Optional::empty;
    }

    private Optional<Actor> stillIn(SignedInPerson signedIn) {
        return people.active(signedIn.id())
                .map(Account::person)
                .filter(now ->
                        signedIn.token()
                                .map(tokens::isValid)
                                .orElse(now.passwordVersion() == signedIn.passwordVersion()))
                .map(Person::actor);
    }

    private static Optional<UserId> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(found -> !(found instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName)
                .flatMap(Accounts::named);
    }
}
