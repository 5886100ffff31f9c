package io.mergedesk.common;

import java.util.function.IntPredicate;

/// What the names of types, fields, people, teams and sites have in common: the characters they may
/// hold.
final class Name {

    private static final int LONGEST = 63;

    /// Which characters a name may start with and go on with. No regular expression: names are read
    /// with every value of every entity.
    enum Form {
        IDENTIFIER(
                Name::isLetter, one -> isLetter(one) || isDigit(one) || one == '_' || one == '-'),
        ACCOUNT(
                Name::isSmallOrDigit,
                one -> isSmallOrDigit(one) || one == '.' || one == '_' || one == '@' || one == '-');

        private final IntPredicate first;
        private final IntPredicate rest;

        Form(IntPredicate first, IntPredicate rest) {
            this.first = first;
            this.rest = rest;
        }

        private boolean fits(String value) {
            if (value.isEmpty() || value.length() > LONGEST || !first.test(value.charAt(0))) {
                return false;
            }
            for (int i = 1; i < value.length(); i++) {
                if (!rest.test(value.charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private Name() {}

    private static boolean isLetter(int one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
    }

    private static boolean isDigit(int one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isSmallOrDigit(int one) {
        return one >= 'a' && one <= 'z' || isDigit(one);
    }

    static void check(String what, String value, Form form, String expectation) {
        if (!form.fits(value)) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not valid: expected " + expectation);
        }
    }
}
