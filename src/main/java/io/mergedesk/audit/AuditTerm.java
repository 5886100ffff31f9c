package io.mergedesk.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A mark that items are found by, such as who did it or a word in it.
///
/// @param text a letter for what it is about, a colon, and what it says
public record AuditTerm(String text) implements Comparable<AuditTerm> {

    /// The most bytes a term has in an index: 40 characters of a word, and what it is about.
    public static final int MAX_LENGTH = 168;

    /// As an index keeps it: UTF-8, whose bytes sort as the terms do.
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int compareTo(AuditTerm other) {
        return Arrays.compareUnsigned(bytes(), other.bytes());
    }

    /// What an item must have.
    ///
    /// @param prefix whether any term that begins with it will do
    public record Needed(AuditTerm term, boolean prefix) {

        boolean isMetBy(AuditTerm found) {
            return prefix ? found.text.startsWith(term.text) : found.equals(term);
        }
    }
}
