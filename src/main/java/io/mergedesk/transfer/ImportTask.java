package io.mergedesk.transfer;

import io.mergedesk.common.Actor;

/// One import to be tried or carried out: of what, how, for whom.
record ImportTask(ImportFile file, ImportPlan plan, Actor actor, ImportWatch watch) {}
