package io.mergedesk.ui.sync;

import io.mergedesk.sync.JobQuery;

/// All jobs that match, whether they are shown or not.
record Matching(JobQuery query, long count) {

    static final Matching NONE = new Matching(JobQuery.ALL, 0);
}
