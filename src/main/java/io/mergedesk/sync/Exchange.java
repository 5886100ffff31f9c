package io.mergedesk.sync;

import java.time.Duration;

/// One request and its answer, as the delivery log keeps them: without secrets, long texts cut.
///
/// @param request the request line, its headers but for secrets, and its body
/// @param status of the answer; 0 where none came
/// @param answer the start of the answer's body
public record Exchange(String request, int status, String answer, Duration took) {

    /// Nothing was sent, as the other side was not asked.
    public static final Exchange NONE = new Exchange("", 0, "", Duration.ZERO);

    /// What was sent, after the headers; empty where nothing was.
    public String sentBody() {
        int end = request.indexOf("\n\n");
        return end < 0 ? "" : request.substring(end + 2).strip();
    }
}
