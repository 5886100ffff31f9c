package io.mergedesk.sync;

import java.util.Optional;

/// One attempt to hand one job over.
///
/// @param attempt 1, 2, 3 …
/// @param body what an admin wrote in place of what would be sent; empty where nobody did
/// @param etag what the other system last answered for this entity; empty where it never did
public record Delivery(
        JobId job,
        int attempt,
        Target target,
        TargetSecrets secrets,
        Message message,
        Optional<String> body,
        Optional<String> etag) {}
