package io.mergedesk.security;

import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailQueue;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the parts of signing in together.
@Configuration(proxyBeanMethods = false)
class SecuritySetup {

    private static final int BCRYPT_STRENGTH = 10;

    @Bean
    Passwords passwords() {
        return new Passwords(BCRYPT_STRENGTH);
    }

    @Bean
    PeopleService peopleService(
            People people,
            Trail trail,
            TransactionOperations transactions,
            CurrentPeople current,
            OpenSessions sessions,
            Passwords passwords,
            InstantSource clock) {
        return new PeopleService(people, trail, transactions, current, sessions, passwords, clock);
    }

    @Bean
    SignInNotes signInNotes(TrailQueue trail, InstantSource clock) {
        return new SignInNotes(trail, clock);
    }

    @Bean
    SignOutNote signOutNote(SignInNotes notes) {
        return new SignOutNote(notes);
    }

    @Bean
    SignIn signIn(
            CurrentPeople current,
            Passwords passwords,
            ApiTokenService tokens,
            SignInNotes notes,
            InstantSource clock) {
        return new SignIn(current, passwords, tokens, notes, clock);
    }

    @Bean
    AuthenticationManager authenticationManager(
            SignIn signIn,
            People people,
            CurrentPeople current,
            SignInNotes notes,
            TransactionOperations transactions,
            InstantSource clock) {
        return new ProviderManager(
                new PasswordAuthentication(signIn, people, current, notes, transactions, clock));
    }

    @Bean
    SessionGuard sessionGuard(CurrentPeople current, InstantSource clock) {
        return new SessionGuard(current, clock);
    }

    /// The guard belongs into the chain of the screens, not in front of everything.
    @Bean
    FilterRegistrationBean<SessionGuard> sessionGuardOnlyInItsChain(SessionGuard guard) {
        var registration = new FilterRegistrationBean<>(guard);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FirstAdmin firstAdmin(
            People people, PeopleService service, Passwords passwords, InstantSource clock) {
        return new FirstAdmin(people, service, passwords, clock);
    }

    @Bean
    @Profile("!demo")
    SmartInitializingSingleton announceFirstAdmin(FirstAdmin firstAdmin) {
        return firstAdmin::announce;
    }

    @Bean(initMethod = "create")
    @Profile("demo")
    DemoAccounts demoAccounts(People people, PeopleService service) {
        return new DemoAccounts(people, service);
    }
}
