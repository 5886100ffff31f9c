package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.util.Optional;

/// One link of a chain as it is stored.
///
/// @param place where it says it stands
/// @param content the hash of what it holds now, recomputed from the stored columns; 32 bytes, or
///   none where the columns cannot be read
/// @param hash the hash that was stored with it; 32 bytes
/// @param entity what it is about; empty where it is about none
/// @param revision which revision of it
@SuppressWarnings("ArrayRecordComponent") // never compared: read once and passed on
public record SealedRow(
        Sequence place,
        byte[] content,
        byte[] hash,
        Optional<EntityId> entity,
        Optional<Revision> revision) {}
