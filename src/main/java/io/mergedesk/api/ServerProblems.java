package io.mergedesk.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Answers with problem details what the web server itself refuses under `/api`, such as an address
/// with `%00` in it: no filter gets to see that.
final class ServerProblems extends ErrorReportValve {

    ServerProblems() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        var status = HttpStatus.resolve(response.getStatus());
        var address = request.getDecodedRequestURI();
        boolean forPrograms =
                ApiPath.is(request.getRequestURI()) || (address != null && ApiPath.is(address));
        if (!forPrograms
                || status == null
                || !status.isError()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            super.report(request, response, cause);
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.getOutputStream().write(body(status).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException e) {
            getContainer().getLogger().debug("nobody took the answer " + status, e);
        }
    }

    private static String body(HttpStatus status) {
        return """
        {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}\
        """
                .formatted(
                        status.getReasonPhrase(),
                        status.value(),
                        "The request cannot be understood as it is.");
    }
}
