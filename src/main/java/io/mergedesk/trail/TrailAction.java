package io.mergedesk.trail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can happen beside the edits of records. Edits are in the feed, and not noted twice.
public enum TrailAction {
    SIGN_IN,
    SIGN_IN_REFUSED,
    SIGN_OUT,
    FIRST_ADMIN_CREATED,
    PERSON_CREATED,
    PERSON_CHANGED,
    PERSON_DISABLED,
    PERSON_ENABLED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    TEAM_CREATED,
    TEAM_RENAMED,
    TEAM_DELETED,
    TYPE_CREATED,
    TYPE_CHANGED,
    EXPORTED,
    IMPORT_STARTED,
    IMPORT_FINISHED,
    IMPORT_FAILED,
    IMPORT_CANCELLED,
    BATCH_UNDONE,
    CONFLICT_PARKED,
    CONFLICT_MERGED,
    CONFLICT_HANDLED,
    CONFLICT_RESOLVED,
    CONFLICT_REOPENED,
    CONFLICT_OVERRIDDEN,
    AUDIT_EXPORTED,
    VALUES_ERASED,
    RETENTION_CHANGED,
    RETENTION_APPLIED,
    HOLD_SET,
    HOLD_LIFTED,
    CHAIN_ANCHORED,
    TARGET_CREATED,
    TARGET_CHANGED,
    TARGET_PAUSED,
    TARGET_RESUMED,
    TARGET_REMOVED,
    TARGET_SECRET_REPLACED,
    JOBS_RETRIED,
    JOBS_SKIPPED,
    JOB_CHANGED,
    JOBS_REPLAYED,
    REFUSAL_TAKEN,
    REFUSAL_DISMISSED,
    LINK_ADDED,
    LINK_PAUSED,
    LINK_RESUMED,
    LINK_REMOVED,
    CLIENT_CLOSED;

    /// The form used in the API and in tables: `sign-in`, `type-changed`, …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The action of that wire name; empty when there is none.
    public static Optional<TrailAction> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
