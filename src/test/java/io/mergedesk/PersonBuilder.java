package io.mergedesk;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/// People for tests: `aPerson().with(Role.ADMIN).build()`.
public final class PersonBuilder {

    private String account = "somebody";
    private Role role = Role.USER;

    private PersonBuilder() {}

    public static PersonBuilder aPerson() {
        return new PersonBuilder();
    }

    public PersonBuilder called(String name) {
        account = name;
        return this;
    }

    public PersonBuilder with(Role chosen) {
        role = chosen;
        return this;
    }

    public Person build() {
        return new Person(
                new UserId(account),
                "Somebody",
                role,
                new TreeSet<>(),
                false,
                1,
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty());
    }
}
