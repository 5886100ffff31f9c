package io.mergedesk.common;

import java.util.regex.Pattern;

/// What the names of types, fields, people, teams and sites have in common: the characters they may
/// hold.
final class Name {

    static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,62}");
    static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

    private Name() {}

    static void check(String what, String value, Pattern pattern, String expectation) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not valid: expected " + expectation);
        }
    }
}
