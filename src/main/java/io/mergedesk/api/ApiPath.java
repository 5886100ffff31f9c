package io.mergedesk.api;

/// Which addresses belong to programs.
final class ApiPath {

    private ApiPath() {}

    static boolean is(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
