package io.mergedesk.security;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import java.util.List;

/// What became of a wish to change people.
public sealed interface PeopleOutcome {

    /// Done; this is the person now.
    record Done(Person person) implements PeopleOutcome {}

    /// Nothing changed; every violation names a field and what is expected.
    record Refused(List<Violation> violations) implements PeopleOutcome {

        public Refused {
            violations = List.copyOf(violations);
        }

        static Refused because(String field, String expectation) {
            return new Refused(List.of(new Violation(field, expectation)));
        }
    }

    /// Nothing changed; there is no such person.
    record Unknown(UserId id) implements PeopleOutcome {}

    /// Nothing changed; only somebody with this role may do that.
    record Forbidden(Role needed) implements PeopleOutcome {}
}
