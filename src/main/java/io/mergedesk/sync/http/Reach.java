package io.mergedesk.sync.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/// Asks whether somebody listens where a target is: connects within the rules for addresses, agrees
/// on keys where it is to be secure, and sends nothing.
final class Reach {

    private final Limits limits;
    private final DnsResolver names;
    private final TlsSocketStrategy tls;
    private final Watch watch;

    Reach(Limits limits, DnsResolver names, TlsSocketStrategy tls, Watch watch) {
        this.limits = limits;
        this.names = names;
        this.tls = tls;
        this.watch = watch;
    }

    boolean reaches(URI url, boolean allowPrivate) {
        if (Call.refusal(url, allowPrivate).isPresent()) {
            return false;
        }
        boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        var host = url.getHost().replaceAll("[\\[\\]]", "");
        var checked = new CheckedResolver(names, AddressRule.of(allowPrivate), limits.connecting());
        try {
            for (var address : checked.resolve(host, port)) {
                if (connects(address, host, secure)) {
                    return true;
                }
            }
        } catch (IOException _) {
            // unknown, or not allowed
        }
        return false;
    }

    private boolean connects(InetSocketAddress address, String host, boolean secure) {
        int patience = (int) limits.connecting().toMillis();
        var socket = new Socket();
        var alarm = watch.after(limits.answering(), () -> Closer.closeQuietly(socket));
        try (socket) {
            socket.connect(address, patience);
            if (secure) {
                socket.setSoTimeout(patience);
                var config =
                        TlsConfig.custom()
                                .setHandshakeTimeout(Timeout.of(limits.connecting()))
                                .build();
                tls.upgrade(socket, host, address.getPort(), config, HttpClientContext.create())
                        .close();
            }
            return true;
        } catch (IOException _) {
            return false;
        } finally {
            alarm.cancel(false);
        }
    }
}
