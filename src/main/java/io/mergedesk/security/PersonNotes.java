package io.mergedesk.security;

import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.Optional;

/// Notes in the trail what happened to a person's account, in the transaction in which it happens.
final class PersonNotes {

    private final Trail trail;
    private final InstantSource clock;

    PersonNotes(Trail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /// @param by empty for the accounts of the demo, which nobody asked for
    void created(Optional<UserId> by, Person person) {
        trail.note(
                entry(TrailAction.PERSON_CREATED, by, person.id())
                        .with("name", person.displayName())
                        .with("role", person.role().wireName())
                        .with("teams", teams(person)));
    }

    /// @param address where the first admin was
    void createdAsFirst(Person person, String address) {
        trail.note(
                entry(TrailAction.FIRST_ADMIN_CREATED, Optional.of(person.id()), person.id())
                        .from(address)
                        .with("name", person.displayName()));
    }

    void changed(UserId by, Person before, Person after) {
        if (before.disabled() != after.disabled()) {
            var action =
                    after.disabled() ? TrailAction.PERSON_DISABLED : TrailAction.PERSON_ENABLED;
            trail.note(entry(action, Optional.of(by), after.id()));
        } else if (!before.equals(after)) {
            var entry = entry(TrailAction.PERSON_CHANGED, Optional.of(by), after.id());
            entry = with(entry, "name", before.displayName(), after.displayName());
            entry = with(entry, "role", before.role().wireName(), after.role().wireName());
            trail.note(with(entry, "teams", teams(before), teams(after)));
        }
    }

    void passwordReplaced(UserId by, UserId person) {
        var action = by.equals(person) ? TrailAction.PASSWORD_CHANGED : TrailAction.PASSWORD_RESET;
        trail.note(entry(action, Optional.of(by), person));
    }

    private TrailEntry entry(TrailAction action, Optional<UserId> by, UserId person) {
        return TrailEntry.of(action, by, clock.instant()).with("person", person);
    }

    private static TrailEntry with(TrailEntry entry, String what, String from, String to) {
        return from.equals(to) ? entry : entry.with(what, "“" + from + "” → “" + to + "”");
    }

    private static String teams(Person person) {
        return String.join(", ", person.teams().stream().map(Object::toString).toList());
    }
}
