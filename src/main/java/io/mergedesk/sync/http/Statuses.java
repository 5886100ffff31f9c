package io.mergedesk.sync.http;

import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Exchange;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a status means for a delivery, where nothing special is agreed. Source: Standard Webhooks
/// 1.0.0, "Delivery".
final class Statuses {

    /// The longest version that is kept of another system's record, see `sync_remote`.
    private static final int LONGEST_ETAG = 200;

    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private Statuses() {}

    static Answer read(Reply.Answered answered, Exchange exchange, Instant now) {
        int status = answered.status();
        if (answered.isTaken()) {
            return new Answer.Taken(exchange, etag(answered));
        }
        if (status >= 500 || LATER.contains(status)) {
            return new Answer.Later(
                    exchange,
                    "it answered " + status,
                    RetryAfter.read(answered.header("Retry-After"), now));
        }
        if (status >= 300 && status < 400) {
            return new Answer.Refused(
                    exchange,
                    "it answered " + status + ": redirects are not followed, change the URL");
        }
        return new Answer.Refused(exchange, "it answered " + status);
    }

    static Optional<String> etag(Reply.Answered answered) {
        return answered.header("ETag").filter(etag -> etag.length() <= LONGEST_ETAG);
    }
}
