package io.mergedesk.sync;

import java.net.UnknownHostException;

/// A name leads to addresses that may not be connected to, and to no other.
public final class RefusedAddressException extends UnknownHostException {

    /// @param refusal such as "the address 10.0.0.5 is private"
    public RefusedAddressException(String refusal) {
        super(refusal);
    }
}
