package io.mergedesk.sync;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Revisions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What targets are told, read from the history for many jobs at once.
final class Messages {

    private final Revisions revisions;

    Messages(Revisions revisions) {
        this.revisions = revisions;
    }

    /// What is known of the revisions that these jobs are about.
    Map<Revised, Revisions.Read> read(Collection<Job> jobs) {
        return revisions.read(jobs.stream().map(Messages::place).distinct().toList());
    }

    static Revised place(Job job) {
        return new Revised(job.entity(), job.revision());
    }

    /// What a target is told by the last of these jobs, which stands for the others too.
    ///
    /// @param jobs of one lane, in their order
    /// @return empty when the history has nothing of it any more
    static Optional<Message> of(
            List<Job> jobs, Map<Revised, Revisions.Read> known, TargetDefinition target) {
        var last = jobs.getLast();
        return Optional.ofNullable(known.get(place(last)))
                .map(read -> {
                    var change = read.change();
                    return new Message(
                            last.event(),
                            last.entity(),
                            last.type(),
                            change.sequence(),
                            last.revision(),
                            change.vector(),
                            change.by(),
                            change.at(),
                            change.origin(),
                            sent(read.entity().values(), target.fields()),
                            changed(jobs, known, target.fields()),
                            last.conflict());
                });
    }

    private static FieldValues sent(FieldValues values, List<FieldName> fields) {
        return fields.isEmpty() ? values : values.only(fields);
    }

    private static List<FieldName> changed(
            List<Job> jobs, Map<Revised, Revisions.Read> known, List<FieldName> fields) {
        var changed = new LinkedHashSet<FieldName>();
        for (var job : jobs) {
            var read = known.get(place(job));
            if (read != null) {
                read.change().fields().stream().map(FieldChange::field).forEach(changed::add);
            }
        }
        if (!fields.isEmpty()) {
            changed.retainAll(fields);
        }
        return new ArrayList<>(changed);
    }
}
