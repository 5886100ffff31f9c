package io.mergedesk.realtime;

import java.util.UUID;

/// Which running server of this site; another one after each start.
public record NodeId(UUID value) {}
