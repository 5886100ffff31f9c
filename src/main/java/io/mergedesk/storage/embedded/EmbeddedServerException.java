package io.mergedesk.storage.embedded;

/// The embedded server cannot run here; the message is one plain sentence for the person who
/// started it.
public final class EmbeddedServerException extends RuntimeException {

    EmbeddedServerException(String sentence) {
        super(sentence);
    }

    EmbeddedServerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
