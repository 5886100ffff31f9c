package io.mergedesk.api;

import io.mergedesk.security.SignIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The chain for programs: stateless, HTTP Basic or a bearer token, no cookie and therefore no CSRF
/// token.
///
/// The description of the API can be read the same way; without an `Authorization` header the chain
/// of the screens serves it to whoever is signed in with a browser.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, SignIn signIn) throws Exception {
        var contexts = new RequestAttributeSecurityContextRepository();
        return http.securityMatcher(ApiSecurity::isForPrograms)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/actuator/health", "/api/v1/sync/inbound/*")
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .hasRole("ADMIN")
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(failure ->
                        failure.authenticationEntryPoint(
                                        (_, response, _) -> ApiSecurityProblem.unknown(response))
                                .accessDeniedHandler(
                                        (_, response, _) -> ApiSecurityProblem.forbidden(response)))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAt(
                        new ApiSecurityFilter(signIn, contexts), BasicAuthenticationFilter.class)
                .build();
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.startsWith("/actuator")
                || (path.startsWith("/v3/api-docs")
                        && request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }
}
