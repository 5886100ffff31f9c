package io.mergedesk.sync.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/// Says in words why nobody answered.
final class Failures {

    private static final int LONGEST = 200;

    private Failures() {}

    static String late(Duration patience) {
        return "no answer within " + seconds(patience);
    }

    static String words(Exception failure, String host, Limits limits) {
        return switch (failure) {
            case UnknownHostException _ -> "the name " + host + " is unknown";
            case ConnectTimeoutException _ ->
                    "no connection within " + seconds(limits.connecting());
            case ConnectionRequestTimeoutException _ ->
                    "no connection was free within " + seconds(limits.answering());
            case ConnectException _ -> "nobody listens there";
            case NoRouteToHostException _ -> "there is no way to it";
            case SSLException tls -> tls(tls);
            case InterruptedIOException _ -> late(limits.answering());
            case NoHttpResponseException _, ConnectionClosedException _ ->
                    "the connection was closed without an answer";
            case SocketException _ -> "the connection broke before an answer came";
            case MessageConstraintException _ -> "the answer's headers are too long";
            case ClientProtocolException _ -> protocol(failure);
            default -> "the connection broke: " + detail(failure);
        };
    }

    private static String protocol(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MessageConstraintException) {
                return "the answer's headers are too long";
            }
        }
        return "what came is not HTTP";
    }

    private static String tls(SSLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return "its certificate is not trusted: " + detail(cause);
            }
        }
        return "no secure connection: " + detail(failure);
    }

    private static String detail(Throwable failure) {
        var message = failure.getMessage();
        var text = message == null ? failure.getClass().getSimpleName() : message;
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1_000 == 0
                ? time.toSeconds() + " s"
                : time.toMillis() / 1_000.0 + " s";
    }
}
