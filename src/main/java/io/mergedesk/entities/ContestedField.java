package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Contest;
import java.time.Instant;

/// A field two people changed differently, and who the other one was.
public record ContestedField(FieldName field, Contest contest, UserId theirsBy, Instant theirsAt) {}
