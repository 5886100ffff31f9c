package io.mergedesk.realtime;

import io.mergedesk.entities.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A link as an admin asks for it.
///
/// @param url where the other Mergedesk is served: `https`, so that nobody reads the token on its
///   way; `http` only on this machine
/// @param token one of an account over there; its rights are those of the link
/// @param fromBeginning whether to hear of everything that has ever happened there; else from now
///   on
/// @param allowPrivate whether the address may be in a private network; on this machine it may
///   always
public record NewLink(
        String name, String url, String token, boolean fromBeginning, boolean allowPrivate) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_URL = 400;
    private static final int LONGEST_TOKEN = 200;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public NewLink {
        name = name.strip();
        url = url.strip();
        token = token.strip();
    }

    /// Whether what the name leads to may be private.
    boolean mayBePrivate() {
        return allowPrivate || THIS_MACHINE.contains(address().getHost());
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            violations.add(violation("name", "expected 1 to " + LONGEST_NAME + " characters"));
        }
        if (!isAddress(url)) {
            violations.add(
                    violation(
                            "url",
                            "expected the address of a Mergedesk, such as https://desk.example.org (http only on this machine)"));
        }
        if (token.isEmpty()
                || token.length() > LONGEST_TOKEN
                || token.chars().anyMatch(one -> one <= ' ' || one > '~')) {
            violations.add(violation("token", "expected a token of an account over there"));
        }
        return violations;
    }

    URI address() {
        return URI.create(url);
    }

    private static Violation violation(String field, String expected) {
        return new Violation(field, field + ": " + expected);
    }

    private static boolean isAddress(String text) {
        try {
            var url = new URI(text);
            return text.length() <= LONGEST_URL
                    && url.getHost() != null
                    && ("https".equals(url.getScheme())
                            || ("http".equals(url.getScheme())
                                    && THIS_MACHINE.contains(url.getHost())))
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
