package io.mergedesk.security;

import io.mergedesk.common.Role;
import java.util.List;
import java.util.Set;

/// The accounts the demo starts with, one per role, all with the same short password: the rules for
/// passwords do not hold for them, as the demo listens on this machine only.
public class DemoAccounts {

    /// What every demo account signs in with.
    public static final String PASSWORD = "demo";

    /// Account name and display name, in the order of the roles.
    public static final List<DemoAccount> ALL =
            List.of(
                    new DemoAccount("user", "Uma User", Role.USER),
                    new DemoAccount("supervisor", "Sven Supervisor", Role.SUPERVISOR),
                    new DemoAccount("admin", "Ada Admin", Role.ADMIN));

    /// One account of the demo.
    public record DemoAccount(String account, String displayName, Role role) {}

    private final People people;
    private final PeopleService service;

    DemoAccounts(People people, PeopleService service) {
        this.people = people;
        this.service = service;
    }

    /// Creates the accounts where nobody is there yet.
    void create() {
        if (!people.all().isEmpty()) {
            return;
        }
        for (var demo : ALL) {
            var request =
                    new NewPerson(
                            demo.account(), demo.displayName(), demo.role(), Set.of(), PASSWORD);
            service.admitForDemo(request);
        }
    }
}
