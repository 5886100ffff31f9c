package io.mergedesk.security;

/// How many people are in a team, and how many entities belong to it, deleted ones too.
public record TeamUse(long people, long entities) {

    boolean isNone() {
        return people == 0 && entities == 0;
    }
}
