package io.mergedesk.desk;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.entities.ConflictNow;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a rule makes of one conflict, to look at.
final class BulkSamples {

    private BulkSamples() {}

    /// What was contested or becomes another value than is there.
    static Optional<BulkReport.Sample> of(ConflictNow now, SettlingRule rule) {
        if (!(Resolution.of(now.merge(), rule.decide(now))
                instanceof Resolution.Outcome.Complete(var resolution))) {
            return Optional.empty();
        }
        var fields = new TreeMap<FieldName, BulkReport.Becomes>();
        resolution
                .fields()
                .forEach((field, decided) -> {
                    if (decided.rule() == Rule.CONTESTED
                            || !Objects.equals(decided.chosen(), decided.theirs())) {
                        fields.put(
                                field,
                                new BulkReport.Becomes(
                                        decided.theirs(), decided.mine(), decided.chosen()));
                    }
                });
        return Optional.of(
                new BulkReport.Sample(
                        now.conflict().id(),
                        now.conflict().entity(),
                        now.conflict().type(),
                        now.type().titleOf(now.current()),
                        resolution.deleted(),
                        fields));
    }

    static String undecided(ConflictNow now, boolean entity, Collection<FieldName> fields) {
        var open =
                Stream.concat(
                                entity ? Stream.of("whether it is kept") : Stream.empty(),
                                fields.stream().map(now.type()::labelOf))
                        .collect(Collectors.joining(", "));
        return "The rule does not tell: " + open;
    }
}
