package io.mergedesk.ui.login;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/// Says which scripts a page may run: our files, and the inline ones that carry a number used once,
/// so that a script which somebody smuggles into a page does not run.
///
/// Flow of Vaadin 25.2 makes functions of what the server sends, and web components write styles
/// into the page: `unsafe-eval` and inline styles stay.
@Component
final class ScriptNonce implements HeaderWriter, VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    private static final String ATTRIBUTE = ScriptNonce.class.getName();
    private static final int BYTES = 18;
    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "script-src 'self' 'nonce-%s' 'unsafe-eval'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data: blob:",
                    "font-src 'self' data:",
                    "connect-src 'self'",
                    "worker-src 'self'",
                    "object-src 'none'",
                    "base-uri 'self'",
                    "frame-ancestors 'none'",
                    "form-action 'self'");

    private final SecureRandom random = new SecureRandom();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(ATTRIBUTE, nonce);
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            if (page.getVaadinRequest().getAttribute(ATTRIBUTE) instanceof String nonce) {
                page.getDocument().getElementsByTag("script").attr("nonce", nonce);
            }
        });
    }
}
