package io.mergedesk.ui;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.ui.shell.Account;
import io.mergedesk.ui.shell.CurrentAccount;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Nobody has to sign in: whoever comes is the one that the application under test names.
@TestConfiguration(proxyBeanMethods = false)
public class OpenDoors {

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /// Always this person, until they sign out.
    public static CurrentAccount to(String account, Role role, String name, Runnable signOut) {
        return new CurrentAccount() {
            @Override
            public Account get() {
                return new Account(new Actor(new UserId(account), role, Set.of()), name);
            }

            @Override
            public void signOut() {
                signOut.run();
            }
        };
    }
}
