package io.mergedesk.sync;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Types;
import io.mergedesk.entities.Violation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a target's definition must be like.
final class TargetRules {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_URL = 1_000;
    private static final int MOST_CONCURRENT = 64;
    private static final int MOST_ATTEMPTS = 100;
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Pattern PLACES =
            Pattern.compile("\\{(id|type|revision|field\\.[A-Za-z][A-Za-z0-9_-]*)}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Set<String> OUR_HEADERS =
            Set.of(
                    "host",
                    "content-length",
                    "content-type",
                    "transfer-encoding",
                    "connection",
                    "authorization",
                    "if-match",
                    "idempotency-key");

    private final Types types;
    private final List<Violation> violations = new ArrayList<>();

    private TargetRules(Types types) {
        this.types = types;
    }

    /// All that is wrong, each by its property.
    static List<Violation> check(TargetDefinition target, Types types) {
        var rules = new TargetRules(types);
        rules.check(target);
        return rules.violations;
    }

    private void check(TargetDefinition target) {
        expect(
                !target.name().isBlank() && target.name().length() <= LONGEST_NAME,
                "name",
                "expected a name of up to 120 characters");
        url(target.url(), target.allowPrivateAddress());
        expect(!target.events().isEmpty(), "events", "expected at least one, such as entity:*");
        expect(
                target.events().stream()
                        .allMatch(one -> one.text().matches("entity:.*|sync:conflict|\\*")),
                "events",
                "expected entity:created, entity:updated, entity:deleted, entity:*, sync:conflict or *");
        for (var type : target.types()) {
            expect(types.find(type).isPresent(), "types", "there is no type " + type);
        }
        for (var field : target.fields()) {
            expect(
                    isKnown(field, target.types()),
                    "fields",
                    "none of the types has a field " + field);
        }
        expect(
                target.concurrency() >= 1 && target.concurrency() <= MOST_CONCURRENT,
                "concurrency",
                "expected 1 to 64");
        expect(
                target.retry().initialDelay().compareTo(SHORTEST) >= 0,
                "retry.initialDelay",
                "expected at least PT0.01S");
        expect(
                target.retry().maxDelay().compareTo(LONGEST) <= 0,
                "retry.maxDelay",
                "expected at most PT24H");
        expect(
                target.retry().maxAttempts() <= MOST_ATTEMPTS,
                "retry.maxAttempts",
                "expected 1 to 100");
        if (target.kind() == TargetKind.REST) {
            rest(target.rest());
        }
    }

    private void url(URI url, boolean allowPrivate) {
        var scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        expect(
                scheme.equals("https") || (allowPrivate && scheme.equals("http")),
                "url",
                "expected an address that starts with https://, or http:// where private addresses are allowed");
        expect(
                url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null,
                "url",
                "expected the name of a host, and neither a password nor a # in it");
        expect(url.toString().length() <= LONGEST_URL, "url", "expected at most 1,000 characters");
    }

    private boolean isKnown(FieldName field, Set<TypeName> wanted) {
        var all = wanted.isEmpty() ? types.all().stream() : wanted.stream().flatMap(this::find);
        return all.anyMatch(type -> type.field(field).isPresent());
    }

    private Stream<EntityType> find(TypeName name) {
        return types.find(name).stream();
    }

    private void rest(RestMapping rest) {
        expect(rest.update().isPresent(), "rest.update", "expected a method and a path");
        rest.create().ifPresent(one -> request("rest.create", one));
        rest.update().ifPresent(one -> request("rest.update", one));
        rest.delete().ifPresent(one -> request("rest.delete", one));
        rest.headers()
                .forEach(name -> {
                    expect(
                            HEADER.matcher(name).matches(),
                            "rest.headers",
                            "expected names of headers, got " + name);
                    expect(
                            !OUR_HEADERS.contains(name.toLowerCase(Locale.ROOT)),
                            "rest.headers",
                            name + " is set by Mergedesk; a secret goes into `secret`");
                });
    }

    private void request(String property, RestMapping.Request request) {
        expect(METHODS.contains(request.method()), property, "expected POST, PUT, PATCH or DELETE");
        var rest = PLACES.matcher(request.path()).replaceAll("x");
        expect(
                rest.matches(
                        "(/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*(\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?"),
                property,
                "expected a path such as /contacts/{id}, with {id}, {type}, {revision} or {field.NAME} in it");
    }

    private void expect(boolean right, String property, String expected) {
        if (!right) {
            violations.add(new Violation(property, property + ": " + expected));
        }
    }
}
