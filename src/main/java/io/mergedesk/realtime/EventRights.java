package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import java.util.Set;

/// Who is told of what.
final class EventRights {

    private static final Set<EventName> OF_ADMINS =
            Set.of(
                    EventName.SYNC_QUEUED,
                    EventName.SYNC_COMPLETED,
                    EventName.SYNC_FAILED,
                    EventName.NETWORK_ONLINE,
                    EventName.NETWORK_OFFLINE);

    private EventRights() {}

    /// Conflicts: supervisors, their author and whoever is told, as long as they see the entity;
    /// deliveries and the network: admins.
    static boolean maySee(Event event, Actor actor) {
        return switch (event) {
            case Event.EntityChanged changed -> actor.maySee(changed.team());
            case Event.ConflictChanged conflict ->
                    actor.maySee(conflict.team())
                            && (actor.is(Role.SUPERVISOR)
                                    || conflict.author().equals(actor.id())
                                    || conflict.told().contains(actor.id()));
            case Event.JobChanged _, Event.Notice _ -> actor.is(Role.ADMIN);
        };
    }

    /// Whether there can be anything in it for the actor.
    static boolean mayAskFor(Pattern pattern, Actor actor) {
        return actor.is(Role.ADMIN)
                || java.util.Arrays.stream(EventName.values())
                        .filter(pattern::matches)
                        .anyMatch(name -> !OF_ADMINS.contains(name));
    }
}
