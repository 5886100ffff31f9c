package io.mergedesk.sync.http;

import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.TargetSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the delivery log keeps of a call: enough to see what went on, and no secret.
final class Exchanges {

    private static final int LONGEST_BODY = 16_000;
    private static final String MASK = "…";

    /// Shorter values of headers stand in answers by chance.
    private static final int TELLING = 8;

    private static final Pattern SECRET_HEADER =
            Pattern.compile(
                    "auth|token|secret|signature|cookie|passw|credential|(api|access)[-_]?key");

    private Exchanges() {}

    static Exchange of(Call call, Reply reply, TargetSecrets secrets) {
        return switch (reply) {
            case Reply.Answered answered ->
                    new Exchange(
                            masked(request(call, secrets), secrets),
                            answered.status(),
                            masked(answer(answered), secrets),
                            answered.took());
            case Reply.Silent silent ->
                    new Exchange(masked(request(call, secrets), secrets), 0, "", silent.took());
            case Reply.Forbidden forbidden ->
                    new Exchange(masked(request(call, secrets), secrets), 0, "", forbidden.took());
        };
    }

    private static String answer(Reply.Answered answered) {
        var text = answered.text();
        return text.length() > Call.BRIEF ? text.substring(0, Call.BRIEF) + MASK : text;
    }

    private static String request(Call call, TargetSecrets secrets) {
        var url = call.url();
        var text = new StringBuilder(call.method()).append(' ').append(path(call)).append('\n');
        text.append("Host: ").append(url.getRawAuthority()).append('\n');
        call.headers()
                .forEach((name, value) ->
                        text.append(name)
                                .append(": ")
                                .append(shown(name, value, secrets))
                                .append('\n'));
        if (call.body().length > 0) {
            var body = new String(call.body(), StandardCharsets.UTF_8);
            text.append('\n')
                    .append(
                            body.length() > LONGEST_BODY
                                    ? body.substring(0, LONGEST_BODY) + MASK
                                    : body);
        }
        return text.toString();
    }

    private static String path(Call call) {
        var path = call.url().getRawPath();
        var query = call.url().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static String shown(String name, String value, TargetSecrets secrets) {
        return secrets.headers().containsKey(name)
                        || SECRET_HEADER.matcher(name.toLowerCase(Locale.ROOT)).find()
                ? MASK
                : value;
    }

    /// Some answer with what they were sent.
    private static String masked(String text, TargetSecrets secrets) {
        var masked = text;
        var headers =
                secrets.headers().values().stream().filter(value -> value.length() >= TELLING);
        var signing = Stream.of(secrets.current(), secrets.previous()).flatMap(Optional::stream);
        for (var secret : Stream.concat(signing, headers).toList()) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
