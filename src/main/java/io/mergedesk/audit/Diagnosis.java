package io.mergedesk.audit;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells why a row does not follow from the one before it.
///
/// @param before the last link that is right
record Diagnosis(SealedChain chain, RecentLinks recent, Link before) {

    /// How many rows may have been taken out and the rest renumbered, to be told as missing.
    private static final int MOST_RENUMBERED = 64;

    Integrity of(SealedRow row) {
        if (recent.any(older -> fits(older, row, row.content()))) {
            return new Integrity.Forked(row.place(), Integrity.Fork.SAME_PREVIOUS);
        }
        return renumbered(row)
                .or(() -> swapped(row))
                .orElseGet(() -> new Integrity.Modified(row.place(), row.entity(), row.revision()));
    }

    private static boolean fits(Link previous, SealedRow row, byte[] content) {
        return Arrays.equals(HashChain.next(previous.hash(), row.place(), content), row.hash());
    }

    /// Where rows were taken out and the later ones moved up, the next row follows this one under
    /// its old number.
    private Optional<Integrity> renumbered(SealedRow row) {
        for (var next : chain.after(row.place(), 1)) {
            for (int gone = 1; gone <= MOST_RENUMBERED; gone++) {
                var old = new Sequence(next.place().number() + gone);
                if (Arrays.equals(HashChain.next(row.hash(), old, next.content()), next.hash())) {
                    var last = new Sequence(row.place().number() + gone - 1);
                    return Optional.of(new Integrity.Missing(List.of(new Span(row.place(), last))));
                }
            }
        }
        return Optional.empty();
    }

    /// Looks through the rest of the chain for the row that belongs here.
    private Optional<Integrity> swapped(SealedRow row) {
        try (var pages = new PagesAhead(chain, row.place())) {
            for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
                for (var other : page) {
                    var hash = before.next(other.content()).hash();
                    if (Arrays.equals(hash, other.hash()) || Arrays.equals(hash, row.hash())) {
                        return Optional.of(new Integrity.Swapped(row.place(), other.place()));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
