package io.mergedesk.api;

import tools.jackson.databind.node.ObjectNode;

/// The JSON object that a request carries, as it was sent.
record JsonBody(ObjectNode root) {}
