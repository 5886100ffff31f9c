package io.mergedesk.sync.http;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.sync.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where the record of an entity is in another system: the target's URL, then a path with the
/// entity's values in it. Values are percent-encoded and never change which host is asked or how
/// many parts the path has.
sealed interface RestAddress {

    Pattern PLACE = Pattern.compile("\\{(id|type|revision|field\\.([A-Za-z][A-Za-z0-9_-]*))}");

    record At(URI url) implements RestAddress {}

    /// @param problem in words
    record Unfit(String problem) implements RestAddress {}

    /// @param base the target's URL; what it has after `?` stays
    /// @param template such as `/contacts/{field.number}`
    static RestAddress of(URI base, String template, Message message) {
        var missing =
                PLACE.matcher(template)
                        .results()
                        .filter(place -> value(place, message).isEmpty())
                        .findFirst();
        if (missing.isPresent()) {
            return new Unfit("the record has no value for " + missing.get().group());
        }
        var filled =
                PLACE.matcher(template)
                        .replaceAll(place -> encode(value(place, message).orElseThrow()));
        int mark = filled.indexOf('?');
        var path = mark < 0 ? filled : filled.substring(0, mark);
        if (hasDotPart(path)) {
            return new Unfit("a value of the record would change the path: " + path);
        }
        return at(
                base, path, mark < 0 ? Optional.empty() : Optional.of(filled.substring(mark + 1)));
    }

    private static RestAddress at(URI base, String path, Optional<String> query) {
        var start = Optional.ofNullable(base.getRawPath()).orElse("").replaceAll("/+$", "");
        var authority = base.getRawAuthority();
        var text =
                new StringBuilder(base.getScheme()).append("://").append(authority).append(start);
        if (!path.isEmpty()) {
            text.append(path.startsWith("/") ? "" : "/").append(path);
        }
        var queries =
                Optional.ofNullable(base.getRawQuery())
                        .map(own -> query.map(more -> own + "&" + more).orElse(own))
                        .or(() -> query);
        queries.ifPresent(all -> text.append('?').append(all));
        return new At(URI.create(text.toString()));
    }

    private static Optional<String> value(MatchResult place, Message message) {
        return switch (place.group(1)) {
            case "id" -> Optional.of(message.entity().toString());
            case "type" -> Optional.of(message.type().value());
            case "revision" -> Optional.of(Long.toString(message.revision().number()));
            default ->
                    message.fields()
                            .find(new FieldName(place.group(2)))
                            .filter(value -> !(value instanceof FieldValue.Erased))
                            .map(FieldText::write)
                            .filter(text -> !text.isEmpty());
        };
    }

    /// All but the unreserved characters of RFC 3986.
    private static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xff);
            if (character < 128
                    && (Character.isLetterOrDigit(character) || "-._~".indexOf(character) >= 0)) {
                encoded.append(character);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", one & 0xff));
            }
        }
        return encoded.toString();
    }

    /// Such parts go up, however they are written.
    private static boolean hasDotPart(String path) {
        for (var part : path.split("/", -1)) {
            var plain = part.replaceAll("(?i)%2e", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
