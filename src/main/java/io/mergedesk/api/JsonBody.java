package io.mergedesk.api;

import tools.jackson.databind.node.ObjectNode;

/// The JSON object that a request carries, as it was sent.
///
/// @param bytes the same, before it was read
@SuppressWarnings("ArrayRecordComponent") // never compared: on its way into a service
record JsonBody(ObjectNode root, byte[] bytes) {}
