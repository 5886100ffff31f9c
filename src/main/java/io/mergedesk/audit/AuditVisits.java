package io.mergedesk.audit;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// When each admin last looked at the audit trail. Writes join the transaction of the caller.
public interface AuditVisits {

    Optional<Instant> last(UserId person);

    void visited(UserId person, Instant at);
}
