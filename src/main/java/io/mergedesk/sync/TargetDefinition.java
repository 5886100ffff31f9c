package io.mergedesk.sync;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// What an admin says of a target. Its secrets are kept apart, see [TargetSecrets].
///
/// @param name unique among targets, up to 120 characters
/// @param url where it is; of a REST target the base that its paths are put after
/// @param events what it is told of, such as `entity:*`; never empty
/// @param types whose entities; empty for all
/// @param fields which fields are sent; empty for all
/// @param allowPrivateAddress whether the URL may be plain HTTP or lead into a private network
/// @param coalesce whether an update that a later one of the same entity replaces need not be sent
/// @param concurrency how many deliveries may be under way at once, 1 to 64
/// @param rest how to speak to a REST target; [RestMapping#NONE] for others
public record TargetDefinition(
        String name,
        TargetKind kind,
        URI url,
        Set<Pattern> events,
        Set<TypeName> types,
        List<FieldName> fields,
        Priority priority,
        RetryPolicy retry,
        boolean allowPrivateAddress,
        boolean coalesce,
        int concurrency,
        RestMapping rest) {

    public static final int USUAL_CONCURRENCY = 8;

    public TargetDefinition {
        events = Set.copyOf(events);
        types = Set.copyOf(types);
        fields = List.copyOf(fields);
    }

    /// A target as most want it: every change of every entity, of usual priority.
    public static TargetDefinition of(String name, TargetKind kind, URI url) {
        return new TargetDefinition(
                name,
                kind,
                url,
                Set.of(new Pattern("entity:*")),
                Set.of(),
                List.of(),
                Priority.MEDIUM,
                RetryPolicy.DEFAULT,
                false,
                false,
                USUAL_CONCURRENCY,
                RestMapping.NONE);
    }

    /// Whether it is told of such an event of an entity of that type.
    public boolean wants(EventName event, TypeName type) {
        return (types.isEmpty() || types.contains(type))
                && events.stream().anyMatch(pattern -> pattern.matches(event));
    }
}
