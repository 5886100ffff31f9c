package io.mergedesk.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which passwords are accepted: long enough, not among the commonest, not the account name.
///
/// No rules of composition, as NIST SP 800-63B (section 3.1.1.2) and OWASP ASVS 5.0 (6.2.5) advise.
final class PasswordRules {

    static final int SHORTEST = 8;
    static final int LONGEST = 256;

    private final CommonestPasswords commonest = new CommonestPasswords();

    List<Violation> violations(String field, String account, String password) {
        var violations = new ArrayList<Violation>();
        var length = password.codePointCount(0, password.length());
        var lower = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            violations.add(new Violation(field, "at least " + SHORTEST + " characters"));
        } else if (length > LONGEST) {
            violations.add(new Violation(field, "at most " + LONGEST + " characters"));
        } else if (commonest.includes(lower)) {
            violations.add(new Violation(field, "one that is not among the commonest passwords"));
        } else if (lower.equals(account.toLowerCase(Locale.ROOT))) {
            violations.add(new Violation(field, "something else than the account name"));
        } else if (lower.codePoints().distinct().count() < 3) {
            violations.add(new Violation(field, "at least 3 different characters"));
        }
        return violations;
    }
}
