package io.mergedesk.ui.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;

/// A cookie that says only that somebody has signed in with this browser and not out again.
///
/// The session's own cookie cannot tell: an open page gets a new, empty session as soon as the old
/// one has ended.
final class SignedInMark {

    static final String NAME = "MERGEDESK_SIGNED_IN";

    private SignedInMark() {}

    static void set(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(mark(request, "1", -1));
    }

    static void remove(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(mark(request, "", 0));
    }

    static boolean isThere(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .anyMatch(cookie -> cookie.getName().equals(NAME));
    }

    private static Cookie mark(HttpServletRequest request, String value, int seconds) {
        var cookie = new Cookie(NAME, value);
        var context = request.getContextPath();
        cookie.setPath(context.isEmpty() ? "/" : context);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
