package io.mergedesk.realtime;

/// There is no room for one more client.
///
/// @param words a sentence that says how many may be
public record Full(String words) {}
