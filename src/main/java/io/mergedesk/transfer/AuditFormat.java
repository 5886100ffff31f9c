package io.mergedesk.transfer;

import java.util.Arrays;
import java.util.Optional;

/// What kind of file an export of the audit trail is.
public enum AuditFormat {
    /// One line for each changed field, for spreadsheets.
    CSV("csv", "text/csv;charset=UTF-8"),
    /// One JSON object a line, for programs.
    JSON_LINES("jsonl", "application/jsonl;charset=UTF-8");

    private final String extension;
    private final String mediaType;

    AuditFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /// The format of that extension; empty when there is none.
    public static Optional<AuditFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equalsIgnoreCase(text))
                .findFirst();
    }
}
