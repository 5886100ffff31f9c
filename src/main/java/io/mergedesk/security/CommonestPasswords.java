package io.mergedesk.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The passwords that are tried first: a few hundred stems with whatever people put around them.
final class CommonestPasswords {

    private static final Pattern ONLY_DIGITS_AND_SIGNS = Pattern.compile("[ -`{-~]{1,12}");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]");
    private static final String DIGITS_FOR_LETTERS = "0134578@$!";
    private static final String LETTERS_MEANT = "oieastbasi";

    private final Set<String> stems = readStems();

    /// @param lower the password in lower case
    boolean includes(String lower) {
        return ONLY_DIGITS_AND_SIGNS.matcher(lower).matches()
                || stems.contains(stripped(lower))
                || stems.contains(stripped(lettersMeant(lower)))
                || stems.contains(lettersMeant(stripped(lower)))
                || stems.contains(NOT_A_LETTER.matcher(lower).replaceAll(""));
    }

    private static String stripped(String lower) {
        return AROUND.matcher(lower).replaceAll("");
    }

    private static String lettersMeant(String lower) {
        var meant = new StringBuilder(lower);
        for (var i = 0; i < meant.length(); i++) {
            var digit = DIGITS_FOR_LETTERS.indexOf(meant.charAt(i));
            if (digit >= 0) {
                meant.setCharAt(i, LETTERS_MEANT.charAt(digit));
            }
        }
        return meant.toString();
    }

    private static Set<String> readStems() {
        var name = "commonest-passwords.txt";
        try (var stream =
                Objects.requireNonNull(CommonestPasswords.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .filter(stem -> !stem.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("expected to read " + name + " from the class path", e);
        }
    }
}
