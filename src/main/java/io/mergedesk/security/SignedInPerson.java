package io.mergedesk.security;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/// What the security context holds of a signed-in person: the account name and, for annotations,
/// one authority per role (`ROLE_USER`, `ROLE_SUPERVISOR`, `ROLE_ADMIN`).
public final class SignedInPerson extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String account;
    private final int passwordVersion;
    private final transient @Nullable TokenHash token;

    private SignedInPerson(Person person, @Nullable TokenHash token) {
        super(AuthorityUtils.createAuthorityList(authorities(person.role())));
        account = person.id().value();
        passwordVersion = person.passwordVersion();
        this.token = token;
        setAuthenticated(true);
    }

    public static SignedInPerson of(Person person) {
        return new SignedInPerson(person, null);
    }

    /// @param token what a program has signed in with, unless that was a password
    public static SignedInPerson of(Person person, Optional<TokenHash> token) {
        return new SignedInPerson(person, token.orElse(null));
    }

    UserId id() {
        return new UserId(account);
    }

    int passwordVersion() {
        return passwordVersion;
    }

    /// What a program has signed in with, unless that was a password.
    Optional<TokenHash> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public Object getPrincipal() {
        return account;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInPerson && super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private static String[] authorities(Role role) {
        return Arrays.stream(Role.values())
                .filter(role::includes)
                .map(included -> "ROLE_" + included.name().toUpperCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
