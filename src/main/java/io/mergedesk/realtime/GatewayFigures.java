package io.mergedesk.realtime;

/// What the gateway has done since the start.
///
/// @param clients connected now
/// @param sent events, to all clients together
/// @param cut clients that were too slow
public record GatewayFigures(int clients, long sent, long cut) {}
