package io.mergedesk.api;

import org.jspecify.annotations.Nullable;

/// Numbers in the query of an address.
final class QueryNumber {

    private QueryNumber() {}

    /// How many items a page may have.
    static int limit(@Nullable String text, int usual, int most) {
        return (int) read("limit", text, usual, 1, most);
    }

    /// @throws RejectedRequest when it is not a whole number in that range
    static long read(String name, @Nullable String text, long usual, long least, long most) {
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // the same answer: it is no number of the range
        }
        var range = most == Long.MAX_VALUE ? least + " or more" : "from " + least + " to " + most;
        throw Problem.badRequest(name, "expected a whole number " + range + ", got '" + text + "'")
                .rejected();
    }
}
