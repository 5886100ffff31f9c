package io.mergedesk.storage;

import io.mergedesk.common.UserId;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.security.People;
import org.springframework.stereotype.Component;

/// Lets entities name the people that security knows, whichever store keeps them.
@Component
class KnownPeople implements PeopleDirectory {

    private final People people;

    KnownPeople(People people) {
        this.people = people;
    }

    @Override
    public boolean exists(UserId person) {
        return people.find(person).isPresent();
    }
}
