package io.mergedesk.common;

import java.util.Locale;

/// What a person may do. Each role includes the ones before it.
public enum Role {
    /// Sees and edits records.
    USER,
    /// Also resolves what the machine must not decide.
    SUPERVISOR,
    /// Also defines types, manages people, and reviews the trail.
    ADMIN;

    /// The form used in the API and in tables: `user`, `supervisor`, `admin`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when the text names no role
    public static Role parse(String text) {
        for (var role : values()) {
            if (role.wireName().equalsIgnoreCase(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "role '" + text + "' is not known: expected user, supervisor or admin");
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
