package io.mergedesk.ui.shell;

import io.mergedesk.common.Actor;

/// Who is signed in: their rights, and the name others see.
public record Account(Actor actor, String name) {

    public Account {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a name to show, got a blank one");
        }
    }
}
