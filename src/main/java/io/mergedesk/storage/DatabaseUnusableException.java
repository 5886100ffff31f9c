package io.mergedesk.storage;

/// The database cannot be worked with; the message is one plain sentence for the person who started
/// the application.
final class DatabaseUnusableException extends RuntimeException {

    DatabaseUnusableException(String sentence) {
        super(sentence);
    }

    DatabaseUnusableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
