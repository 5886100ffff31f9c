package io.mergedesk.transfer;

import java.util.Arrays;
import java.util.Optional;

/// What kind of file an export is.
public enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    ExportFormat(String extension, String mediaType) {
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
    public static Optional<ExportFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equalsIgnoreCase(text))
                .findFirst();
    }
}
