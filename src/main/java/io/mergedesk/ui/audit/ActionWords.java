package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.events.EventName;
import io.mergedesk.trail.TrailAction;
import java.util.Locale;

/// What was done beside the edits of records, as one would tell it.
final class ActionWords {

    private ActionWords() {}

    /// What follows the name of who did it, and comes before what it was done to.
    static String did(TrailAction action) {
        return switch (action) {
            case SIGN_IN -> "signed in";
            case SIGN_IN_REFUSED -> "was refused to sign in";
            case SIGN_OUT -> "signed out";
            case FIRST_ADMIN_CREATED -> "became the first admin";
            case PERSON_CREATED -> "added";
            case PERSON_CHANGED -> "changed the account of";
            case PERSON_DISABLED -> "disabled";
            case PERSON_ENABLED -> "enabled";
            case PASSWORD_CHANGED -> "changed the password";
            case PASSWORD_RESET -> "reset the password of";
            case TOKEN_CREATED -> "created a token";
            case TOKEN_REVOKED -> "revoked a token";
            case TEAM_CREATED -> "created the team";
            case TEAM_RENAMED -> "renamed the team";
            case TEAM_DELETED -> "deleted the team";
            case TYPE_CREATED -> "created the type";
            case TYPE_CHANGED -> "changed the type";
            case EXPORTED -> "exported";
            case IMPORT_STARTED -> "began to import";
            case IMPORT_FINISHED -> "imported";
            case IMPORT_FAILED -> "failed to import";
            case IMPORT_CANCELLED -> "cancelled the import of";
            case BATCH_UNDONE -> "took back an import of";
            case CONFLICT_PARKED -> "met another edit of";
            case CONFLICT_MERGED -> "was joined with others in";
            case CONFLICT_HANDLED -> "noted something about a conflict in";
            case CONFLICT_RESOLVED -> "settled a conflict in";
            case CONFLICT_REOPENED -> "reopened a conflict in";
            case CONFLICT_OVERRIDDEN -> "overrode a merge of";
            case AUDIT_EXPORTED -> "exported the audit trail";
            case VALUES_ERASED -> "erased values of";
            case RETENTION_CHANGED -> "changed how long values are kept";
            case RETENTION_APPLIED -> "erased values kept long enough";
            case HOLD_SET -> "put a legal hold on";
            case HOLD_LIFTED -> "lifted a legal hold on";
            case LINK_ADDED -> "added the link";
            case LINK_PAUSED -> "paused the link";
            case LINK_RESUMED -> "resumed the link";
            case LINK_REMOVED -> "removed the link";
            case CLIENT_CLOSED -> "closed the connection of";
            case CHAIN_ANCHORED -> "anchored the chain anew";
            case TARGET_CREATED -> "added a sync target";
            case TARGET_CHANGED -> "changed a sync target";
            case TARGET_PAUSED -> "paused a sync target";
            case TARGET_RESUMED -> "resumed a sync target";
            case TARGET_REMOVED -> "removed a sync target";
            case TARGET_SECRET_REPLACED -> "replaced the secret of a sync target";
            case JOBS_RETRIED -> "had deliveries made again";
            case JOBS_SKIPPED -> "let deliveries go";
            case JOB_CHANGED -> "wrote a delivery anew";
            case JOBS_REPLAYED -> "queued what a target had missed";
            case REFUSAL_TAKEN -> "took what had been refused";
            case REFUSAL_DISMISSED -> "dismissed what had been refused";
        };
    }

    /// For choosing by: "Sign-in refused".
    static String of(AuditAction action) {
        var words = action.wireName().replace('-', ' ');
        boolean edit =
                action.wireName().equals(EventName.ENTITY_CREATED.verb())
                        || action.wireName().equals(EventName.ENTITY_UPDATED.verb())
                        || action.wireName().equals(EventName.ENTITY_DELETED.verb());
        return edit
                ? "Record " + words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
