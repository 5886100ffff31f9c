package io.mergedesk.ui.login;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.mergedesk.security.FirstAdmin;
import io.mergedesk.security.SessionGuard;
import io.mergedesk.security.SignOutNote;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/// The chain for browsers: a session cookie, the login page, and headers that keep foreign pages
/// and scripts out.
@Configuration(proxyBeanMethods = false)
class BrowserSecurity {

    /// What programs may do, to read for people who are signed in.
    private static final String[] API_DESCRIPTION = {
        "/swagger-ui.html", "/swagger-ui/**", "/v3/api-docs/**"
    };

    @Bean
    @Order(2)
    SecurityFilterChain browsers(
            HttpSecurity http,
            SessionGuard guard,
            FirstAdmin firstAdmin,
            SignInFollowUp followUp,
            SignOutNote signOut,
            ScriptNonce scripts,
            VaadinDefaultRequestCache wanted)
            throws Exception {
        // the way back survives the session: an old page that is still asking may get another one
        wanted.setDelegateRequestCache(new CookieRequestCache());
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/styles/**", "/modules/**", "/icons/**", "/login/wait")
                                .permitAll()
                                .requestMatchers(API_DESCRIPTION)
                                .authenticated())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class, "/login"))
                .formLogin(form -> form.failureHandler(followUp::refused))
                .sessionManagement(session -> session.addSessionAuthenticationStrategy(followUp))
                .logout(logout ->
                        logout.addLogoutHandler(signOut)
                                .deleteCookies("JSESSIONID", SignedInMark.NAME))
                .exceptionHandling(failure -> failure.authenticationEntryPoint(new ToLogin()))
                .headers(headers -> protect(headers, scripts))
                .addFilterAfter(guard, SecurityContextHolderFilter.class)
                .addFilterAfter(new FirstAdminFilter(firstAdmin), SessionGuard.class)
                .build();
    }

    private static void protect(HeadersConfigurer<HttpSecurity> headers, ScriptNonce scripts) {
        headers.withObjectPostProcessor(new HeadersFirst())
                .addHeaderWriter(scripts)
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=()"));
    }
}
