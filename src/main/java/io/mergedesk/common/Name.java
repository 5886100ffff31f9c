package io.mergedesk.common;

/// What the names of types, fields, people, teams and sites have in common: the characters they may
/// hold.
final class Name {

    private static final int LONGEST = 63;

    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    /// Which characters a name may start with and go on with. Tables instead of a regular
    /// expression: names are read with every value of every entity.
    @SuppressWarnings("ImmutableEnumChecker") // the tables are never handed out or written again
    enum Form {
        IDENTIFIER(LETTERS, LETTERS + DIGITS + "_-"),
        ACCOUNT(SMALL + DIGITS, SMALL + DIGITS + "._@-");

        private final boolean[] first;
        private final boolean[] rest;

        Form(String first, String rest) {
            this.first = table(first);
            this.rest = table(rest);
        }

        private static boolean[] table(String allowed) {
            var table = new boolean[128];
            allowed.chars().forEach(one -> table[one] = true);
            return table;
        }

        private boolean fits(String value) {
            if (value.isEmpty() || value.length() > LONGEST || !isIn(first, value.charAt(0))) {
                return false;
            }
            for (int i = 1; i < value.length(); i++) {
                if (!isIn(rest, value.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isIn(boolean[] table, char one) {
            return one < table.length && table[one];
        }
    }

    private Name() {}

    static void check(String what, String value, Form form, String expectation) {
        if (!form.fits(value)) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not valid: expected " + expectation);
        }
    }
}
