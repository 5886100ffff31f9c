package io.mergedesk.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Why a program is not let in, as problem details (RFC 9457), from where no controller is near.
final class ApiSecurityProblem {

    private ApiSecurityProblem() {}

    /// 401: no credentials, or credentials of nobody.
    static void unknown(HttpServletResponse response) throws IOException {
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mergedesk\", charset=\"UTF-8\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Mergedesk\"");
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Sign in with HTTP Basic (account and password) or with a bearer token.");
    }

    /// 401: the password was right.
    static void disabled(HttpServletResponse response) throws IOException {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mergedesk\"");
        write(response, HttpStatus.UNAUTHORIZED, "This account is disabled. Ask an admin.");
    }

    /// 403: known, but without the right.
    static void forbidden(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "Your role does not allow this.");
    }

    /// 429: nothing was checked.
    static void tooMany(HttpServletResponse response, Duration pause) throws IOException {
        var seconds = pause.plusMillis(999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many failed attempts. Try again in " + seconds + " seconds.");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var body =
                """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
                """
                        .formatted(status.getReasonPhrase(), status.value(), detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
