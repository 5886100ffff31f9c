package io.mergedesk.sync.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// One HTTP request.
///
/// @param headers sent in this order
/// @param body empty where nothing is sent
/// @param most how many bytes of the answer's body are read
@SuppressWarnings("ArrayRecordComponent") // never compared
record Call(
        String method,
        URI url,
        boolean allowPrivate,
        SequencedMap<String, String> headers,
        byte[] body,
        int most) {

    /// What is read of an answer that nobody looks into but people.
    static final int BRIEF = 4_096;

    Call {
        headers = new LinkedHashMap<>(headers);
    }

    AddressRule rule() {
        return AddressRule.of(allowPrivate);
    }

    /// Why such a URL is never asked, in words; empty where it may be.
    Optional<String> refusal() {
        return refusal(url, allowPrivate);
    }

    static Optional<String> refusal(URI url, boolean allowPrivate) {
        var scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowPrivate && scheme.equals("http"))) {
            return Optional.of("the URL does not start with https://");
        }
        if (url.getHost() == null) {
            return Optional.of("the URL names no host");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("the URL holds a password");
        }
        return Optional.empty();
    }
}
