package io.mergedesk.sync;

import io.mergedesk.common.FieldName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How a REST target wants to be spoken to. Templates may hold `{id}`, `{type}`, `{revision}` and
/// `{field.NAME}` for a value of the entity; what is put in is percent-encoded.
///
/// @param create the request that adds an entity; empty where creations are sent as updates
/// @param update the request that changes one
/// @param delete the request that deletes one; empty where deletions are not sent
/// @param names what the other system calls our fields; those left out keep their names
/// @param headers names of those sent with each request; their values are secret, see
///   [TargetSecrets]
/// @param conditional whether the `ETag` that the other system last answered is sent back as
///   `If-Match`, so that it can refuse what would overwrite a change of its own
public record RestMapping(
        Optional<Request> create,
        Optional<Request> update,
        Optional<Request> delete,
        Map<FieldName, String> names,
        Set<String> headers,
        boolean conditional) {

    public static final RestMapping NONE =
            new RestMapping(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    false);

    /// @param method such as `PUT`
    /// @param path put after the target's URL, such as `/contacts/{id}`
    public record Request(String method, String path) {}

    public RestMapping {
        names = Map.copyOf(names);
        headers = Set.copyOf(headers);
    }
}
