package io.mergedesk.storage;

import io.mergedesk.storage.embedded.EmbeddedServerException;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// Finds the plain sentence in a start that failed because of the database.
final class DatabaseFailureAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String sentence = sentence(cause);
            if (sentence != null) {
                return new FailureAnalysis(sentence, null, cause);
            }
        }
        return null;
    }

    private static @Nullable String sentence(Throwable cause) {
        return switch (cause) {
            case DatabaseUnusableException unusable -> unusable.getMessage();
            case EmbeddedServerException server -> server.getMessage();
            case LiquibaseException liquibase ->
                    "The tables of the database could not be brought up to date: "
                            + String.valueOf(liquibase.getMessage()).replaceAll("\\s+", " ");
            default -> null;
        };
    }
}
