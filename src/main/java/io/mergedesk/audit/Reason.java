package io.mergedesk.audit;

import io.mergedesk.entities.Violation;

/// Why an admin does something that cannot be taken back.
final class Reason {

    static final Violation EXPECTED =
            new Violation("reason", "reason: expected why, in 1 to 500 characters");

    private static final int LONGEST = 500;

    private Reason() {}

    static boolean fits(String reason) {
        return !reason.isBlank() && reason.length() <= LONGEST;
    }
}
