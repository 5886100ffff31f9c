package io.mergedesk.api;

import io.mergedesk.security.SignIn;
import io.mergedesk.security.SignInOutcome;
import io.mergedesk.security.SignedInPerson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/// Signs a request in by its `Authorization` header, for this request only.
final class ApiSecurityFilter extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final SignIn signIn;
    private final SecurityContextRepository contexts;

    ApiSecurityFilter(SignIn signIn, SecurityContextRepository contexts) {
        this.signIn = signIn;
        this.contexts = contexts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        switch (attempt(header, request.getRemoteAddr())) {
            case SignInOutcome.SignedIn(var person, var token) -> {
                var context = new SecurityContextImpl(SignedInPerson.of(person, token));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
                chain.doFilter(request, response);
            }
            case SignInOutcome.Wrong _ -> ApiSecurityProblem.unknown(response);
            case SignInOutcome.Disabled _ -> ApiSecurityProblem.disabled(response);
            case SignInOutcome.TooMany(var pause) -> ApiSecurityProblem.tooMany(response, pause);
        }
    }

    private SignInOutcome attempt(String header, String address) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return signIn.withToken(header.substring(BEARER.length()).strip(), address);
        }
        var pair = header.regionMatches(true, 0, BASIC, 0, BASIC.length()) ? basic(header) : "";
        var colon = pair.indexOf(':');
        return colon < 0
                ? new SignInOutcome.Wrong()
                : signIn.ofProgram(pair.substring(0, colon), pair.substring(colon + 1), address);
    }

    private static String basic(String header) {
        return decoded(header.substring(BASIC.length()).strip()).orElse("");
    }

    private static Optional<String> decoded(String encoded) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
