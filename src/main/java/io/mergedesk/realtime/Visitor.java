package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.UserId;
import java.util.Optional;
import java.util.function.Supplier;

/// Who connects.
///
/// @param client as the program calls itself; empty where it does not
/// @param reader the person with the rights of now, asked again and again; empty once they may read
///   no more
/// @param address from where
public record Visitor(
        UserId person,
        Optional<ClientId> client,
        Supplier<Optional<Actor>> reader,
        String address) {}
