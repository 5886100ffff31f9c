package io.mergedesk.audit;

import io.mergedesk.common.Sequence;

/// The end of a chain: as the head row has it, and where the last stored row stands.
///
/// @param head the place in the head row, with its hash
/// @param last the place of the last row; zero when there is none
public record ChainEnd(Link head, Sequence last) {}
