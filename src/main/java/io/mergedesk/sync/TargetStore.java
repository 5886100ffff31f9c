package io.mergedesk.sync;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where targets are kept. Everything that writes but [#disable] joins the transaction of its
/// caller.
public interface TargetStore {

    /// All that are not removed, by name.
    List<Target> all();

    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    Target add(TargetDefinition definition, SealedSecrets secrets, UserId by, Instant at);

    /// Replaces a target's definition, state and problem.
    ///
    /// @return the target with its new version
    /// @throws org.springframework.dao.OptimisticLockingFailureException when it is no longer at
    ///   that version
    /// @throws org.springframework.dao.DuplicateKeyException when the name is taken
    Target replace(Target target);

    /// Forgets a target and what was still to be sent to it; its delivery log stays until it is
    /// cleaned.
    void remove(TargetId target);

    SealedSecrets secrets(TargetId target);

    /// Replaces what signs or authorises; the values of headers stay.
    void keep(TargetId target, SealedSecrets secrets);

    /// Replaces the values of headers.
    void keepHeaders(TargetId target, Optional<byte[]> sealed);

    /// Seals the values of headers that earlier versions kept in definitions, and takes them out of
    /// the delivery log. A transaction of its own.
    void sealHeaders(Function<Map<String, String>, byte[]> seal);

    Optional<Target> find(TargetId target);

    /// Marks a target as not wanting anything any more; nothing happens where it is not active.
    void disable(TargetId target, String problem);
}
