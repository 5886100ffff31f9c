package io.mergedesk.desk;

import io.mergedesk.common.ConflictId;
import java.util.List;
import java.util.Set;

/// A rule for many open conflicts at once.
///
/// @param reason in the words of who decides; may be empty
public record BulkRequest(Selection selection, SettlingRule rule, String reason) {

    /// Which open conflicts are meant.
    public sealed interface Selection {

        /// All that meet the conditions.
        record Matching(List<Condition> conditions) implements Selection {
            public Matching {
                conditions = List.copyOf(conditions);
            }
        }

        /// These alone.
        record These(Set<ConflictId> ids) implements Selection {
            public These {
                ids = Set.copyOf(ids);
            }
        }
    }
}
