package io.mergedesk.storage.memory;

import io.mergedesk.audit.AuditVisits;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// The last visits of admins to the audit trail, in memory.
public final class MemoryAuditVisits implements AuditVisits {

    private final MemoryTable<UserId, Instant> visits;

    public MemoryAuditVisits(MemoryTransactions transactions) {
        this.visits = new MemoryTable<>(transactions, Comparator.<UserId>naturalOrder());
    }

    @Override
    public Optional<Instant> last(UserId person) {
        return visits.find(person);
    }

    @Override
    public void visited(UserId person, Instant at) {
        visits.put(person, at);
    }
}
