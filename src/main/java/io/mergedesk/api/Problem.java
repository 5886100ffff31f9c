package io.mergedesk.api;

import io.mergedesk.entities.Violation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Why a request was not done, as problem details (RFC 9457).
///
/// @param type `about:blank` where the status says it all, else a name that stays the same
/// @param detail one plain sentence for the person who reads it
/// @param more what programs need beside it
record Problem(
        HttpStatus status,
        String type,
        String title,
        String detail,
        Map<String, @Nullable Object> more) {

    Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    static Problem of(HttpStatus status, String detail) {
        return new Problem(status, "about:blank", status.getReasonPhrase(), detail, Map.of());
    }

    /// A problem with a name of its own, such as `contested`.
    static Problem named(HttpStatus status, String name, String title, String detail) {
        return new Problem(status, "urn:mergedesk:problem:" + name, title, detail, Map.of());
    }

    static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /// 400: something about the request itself, by the name of the parameter or header.
    static Problem badRequest(String what, String expected) {
        return of(HttpStatus.BAD_REQUEST, what + ": " + expected)
                .with("errors", List.of(new Violation(what, expected)));
    }

    /// 422: readable, and yet not acceptable; each violation names its field.
    static Problem invalid(List<Violation> violations) {
        var first = violations.getFirst();
        var detail =
                violations.size() == 1
                        ? first.message()
                        : first.message() + " (and " + (violations.size() - 1) + " more)";
        return named(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Invalid values", detail)
                .with("errors", violations);
    }

    Problem with(String name, @Nullable Object value) {
        var all = new LinkedHashMap<String, @Nullable Object>(more);
        all.put(name, value);
        return new Problem(status, type, title, detail, all);
    }

    /// What is wrong field by field, where it says so.
    List<Violation> violations() {
        return more.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(Violation.class::isInstance)
                        .map(Violation.class::cast)
                        .toList()
                : List.of();
    }

    /// Ends the reading of a request.
    RejectedRequest rejected() {
        return new RejectedRequest(this);
    }

    Map<String, @Nullable Object> body() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("type", type);
        body.put("title", title);
        body.put("status", status.value());
        body.put("detail", detail);
        body.putAll(more);
        return body;
    }

    ResponseEntity<Object> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body());
    }
}
