package io.mergedesk.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What `If-Match` says: which revision of an entity, or version of a type, its author had read.
record RevisionHeader(long number) {

    private static final String NAME = "If-Match";
    private static final Pattern FORM = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    /// @throws RejectedRequest when there is none (428), or anything else than one revision (400)
    static RevisionHeader parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.of(
                            HttpStatus.PRECONDITION_REQUIRED,
                            "If-Match: expected the ETag of what you read, like \"13\", so that"
                                    + " nobody's edit is overwritten unseen")
                    .rejected();
        }
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw Problem.badRequest(
                            NAME,
                            "expected one ETag as it was answered, like \"13\" with its quotes,"
                                    + " got "
                                    + text.strip())
                    .rejected();
        }
        return new RevisionHeader(Long.parseLong(matcher.group(1)));
    }

    /// The same as an `ETag`.
    static String etag(long number) {
        return "\"" + number + "\"";
    }
}
