package io.mergedesk.security;

import io.mergedesk.common.UserId;
import java.util.ArrayList;
import java.util.List;

/// What names and passwords of people have to look like.
final class PersonRules {

    private static final int LONGEST_NAME = 120;

    private final PasswordRules passwords = new PasswordRules();

    List<Violation> violations(NewPerson request) {
        var violations = new ArrayList<Violation>();
        if (Accounts.named(request.account()).isEmpty()) {
            violations.add(
                    new Violation("account", "letters, digits, . _ @ or -, 1 to 63 characters"));
        }
        violations.addAll(violations(request.displayName()));
        violations.addAll(passwords.violations("password", request.account(), request.password()));
        return violations;
    }

    List<Violation> violations(String displayName) {
        var name = displayName.strip();
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? List.of(new Violation("displayName", "1 to " + LONGEST_NAME + " characters"))
                : List.of();
    }

    List<Violation> violations(String field, UserId id, String password) {
        return passwords.violations(field, id.value(), password);
    }
}
