package io.mergedesk.sync;

import io.mergedesk.common.Priority;
import io.mergedesk.common.Sequence;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at jobs and does what admins want done with them. Everything that writes joins the
/// transaction of its caller.
public interface JobStore {

    List<JobLine> page(JobQuery query, int limit);

    /// How many there are.
    long count(JobQuery query);

    Optional<JobLine> find(JobId job);

    /// How many of each there are; targets that were removed are left out.
    List<Standing> standings();

    /// How far a target has come with what it is behind with; nothing of nothing where it is not.
    CatchUp catchUp(TargetId target);

    /// The delivery log of a job, oldest first.
    List<AttemptLine> attempts(JobId job);

    /// The latest of a target, newest first.
    List<AttemptLine> latest(TargetId target, int limit);

    /// What came of attempts minute by minute, the present one last.
    List<Pulse> pulses(TargetId target, int minutes);

    /// Makes finished jobs open again; those that are open already are left out, and those of
    /// targets that are not there any more.
    ///
    /// @param priority of each target that is there
    /// @return how many
    int reopen(Collection<JobId> jobs, Map<TargetId, Priority> priority);

    /// Has something else sent in place of what the history says.
    void write(JobId job, String body);

    /// Lets jobs go undelivered; those being delivered are left out.
    ///
    /// @return how many
    int skip(Collection<JobId> jobs);

    /// The changes after one place of the feed up to another for which a target has no job, as far
    /// as it wants them: what it missed. Oldest first.
    List<Job> missed(Target target, Sequence after, Sequence until, int limit);
}
