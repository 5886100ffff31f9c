package io.mergedesk.security;

/// A person with the hash that proves who they are; it stays between the store and the sign-in.
public record Account(Person person, String passwordHash) {

    /// Leaves the hash out, so that it never gets into a log.
    @Override
    public String toString() {
        return "Account[person=" + person.id() + "]";
    }
}
