package io.mergedesk.sync;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks up the names of what this server connects to, and lets through only what it may talk to:
/// addresses of the public internet, and those of private networks where an admin allows it.
///
/// Whoever connects takes these very addresses, so that a name which leads elsewhere a moment later
/// changes nothing.
@FunctionalInterface
public interface CheckedNames {

    /// @param host a name or an address, without brackets
    /// @return at least one
    /// @throws UnknownHostException where there is no such name; a [RefusedAddressException] where
    ///   it leads only where nobody may connect to
    List<InetSocketAddress> resolve(String host, int port, boolean allowPrivate)
            throws UnknownHostException;
}
