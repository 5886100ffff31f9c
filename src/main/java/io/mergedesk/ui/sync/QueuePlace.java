package io.mergedesk.ui.sync;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Priority;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import java.util.Optional;

/// Which part of the queue is shown; what stands in the address.
record QueuePlace(Optional<JobState> state, Optional<Priority> priority) {

    static final QueuePlace ALL = new QueuePlace(Optional.empty(), Optional.empty());

    /// What cannot be read is as if it were not there.
    static QueuePlace of(QueryParameters parameters) {
        return new QueuePlace(
                parameters.getSingleParameter("state").flatMap(JobState::parse),
                parameters.getSingleParameter("priority").flatMap(Priority::parse));
    }

    QueuePlace with(Optional<JobState> other) {
        return new QueuePlace(other, priority);
    }

    /// The lane, or all lanes where it is shown already.
    QueuePlace toggled(Priority lane) {
        return new QueuePlace(
                state, priority.equals(Optional.of(lane)) ? Optional.empty() : Optional.of(lane));
    }

    JobQuery query() {
        return new JobQuery(state, Optional.empty(), Optional.empty(), priority, Optional.empty());
    }

    String address() {
        var both =
                state.map(one -> "&state=" + one.wireName()).orElse("")
                        + priority.map(one -> "&priority=" + one.wireName()).orElse("");
        return both.isEmpty() ? "sync" : "sync?" + both.substring(1);
    }
}
