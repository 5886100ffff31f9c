package io.mergedesk.trail;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// One thing that happened beside the edits of records: a row of the trail.
///
/// @param sequence its place; zero until it is noted
/// @param by who did it; empty when nobody is known, as with a refused sign-in
/// @param at when, in whole microseconds
/// @param address from where, when it came over the network
public record TrailEntry(
        Sequence sequence,
        TrailAction action,
        Optional<UserId> by,
        Instant at,
        Optional<String> address,
        Optional<EntityId> entity,
        Optional<TypeName> type,
        Optional<ConflictId> conflict,
        TrailDetails details) {

    private static final int LONGEST_ADDRESS = 64;

    public TrailEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
        address = address.filter(text -> !text.isEmpty()).map(TrailEntry::cut);
    }

    /// An entry that says who, what and when.
    public static TrailEntry of(TrailAction action, UserId by, Instant at) {
        return of(action, Optional.of(by), at);
    }

    /// The same where it may be that nobody is known.
    public static TrailEntry of(TrailAction action, Optional<UserId> by, Instant at) {
        return new TrailEntry(
                Sequence.START,
                action,
                by,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TrailDetails.NONE);
    }

    public TrailEntry from(String newAddress) {
        return new TrailEntry(
                sequence, action, by, at, Optional.of(newAddress), entity, type, conflict, details);
    }

    public TrailEntry about(EntityId newEntity) {
        return new TrailEntry(
                sequence, action, by, at, address, Optional.of(newEntity), type, conflict, details);
    }

    public TrailEntry about(TypeName newType) {
        return new TrailEntry(
                sequence, action, by, at, address, entity, Optional.of(newType), conflict, details);
    }

    public TrailEntry about(ConflictId newConflict) {
        return new TrailEntry(
                sequence, action, by, at, address, entity, type, Optional.of(newConflict), details);
    }

    /// The same with one more detail.
    public TrailEntry with(String name, Object text) {
        return saying(details.with(name, text));
    }

    public TrailEntry saying(TrailDetails newDetails) {
        return new TrailEntry(
                sequence, action, by, at, address, entity, type, conflict, newDetails);
    }

    /// The same entry at its place in the trail.
    public TrailEntry at(Sequence place) {
        return new TrailEntry(place, action, by, at, address, entity, type, conflict, details);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_ADDRESS ? text.substring(0, LONGEST_ADDRESS) : text;
    }
}
