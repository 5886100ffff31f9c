package io.mergedesk.realtime;

/// Why the gateway ends a connection, with the code of the WebSocket close frame (RFC 6455, section
/// 7.4; 4000 to 4999 are ours) and a sentence for whoever reads the log of the client.
public enum CloseReason {
    LEFT(1000, "goodbye"),
    GOING_AWAY(1001, "the server stops: come back in a moment"),
    BROKEN(1011, "something went wrong here: come back in a moment"),
    CLOSED_BY_ADMIN(4000, "an admin closed this connection"),
    SILENT(4001, "nothing was heard for too long: answer pings"),
    NO_ACCESS(4003, "the account is disabled, or the password or token is not valid any more"),
    BEHIND(4008, "too slow: come back and subscribe after the last sequence you have"),
    REPLACED(4009, "the same client has connected again"),
    TOO_FAST(4029, "too many frames: expected at most 20 a second");

    private final int code;
    private final String words;

    CloseReason(int code, String words) {
        this.code = code;
        this.words = words;
    }

    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
