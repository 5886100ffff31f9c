package io.mergedesk.sync.http;

import java.net.UnknownHostException;

/// A name leads to addresses that may not be connected to, and to no other.
final class RefusedAddressException extends UnknownHostException {

    /// @param refusal such as "the address 10.0.0.5 is private"
    RefusedAddressException(String refusal) {
        super(refusal);
    }
}
