package io.mergedesk.security;

import jakarta.servlet.http.HttpSession;

/// Does something to a session while none of its pages is being answered, so that no answer breaks
/// off in the middle.
public interface BetweenRequests {

    /// @param work done by this thread; after a short while even if a page is still being answered
    void run(HttpSession session, Runnable work);
}
