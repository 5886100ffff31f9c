package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import io.mergedesk.events.EventName;

/// A change of another site, as its gateway told it.
///
/// @param sequence its place in the feed over there
/// @param data the change as JSON
public record LinkEvent(Sequence sequence, EventName name, String data) {}
