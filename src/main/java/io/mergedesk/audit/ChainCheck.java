package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Recomputes a chain from what is stored, in order and in bounded memory, and says what it found
/// first.
///
/// Writers may go on meanwhile: what is committed after the start is left to the next check.
final class ChainCheck {

    private static final int MOST_GAPS = 100;

    private final SealedChain chain;
    private final Witnesses witnesses;
    private final Progress progress;
    private final RecentLinks recent = new RecentLinks();
    private final List<Span> gaps = new ArrayList<>();
    private Link last;

    /// @param start the link to go on from, trusted as it is
    ChainCheck(SealedChain chain, Link start, Witnesses witnesses, Progress progress) {
        this.chain = chain;
        this.last = start;
        this.witnesses = witnesses;
        this.progress = progress;
    }

    Integrity run() {
        var end = chain.end();
        progress.expect(Math.max(0, end.head().place().number() - last.place().number()));
        return badStart(end).or(() -> badRow(end.head().place())).orElseGet(() -> atEnd(end));
    }

    private Optional<Integrity> badStart(ChainEnd end) {
        if (last.place().equals(Sequence.START)) {
            return Optional.empty();
        }
        if (last.place().isAfter(end.last())) {
            return Optional.of(
                    new Integrity.Cut(
                            end.last(), last.place(), Integrity.Witness.EARLIER_VERIFICATION));
        }
        var stored = chain.hashAt(last.place());
        if (stored.isEmpty()) {
            return Optional.of(
                    new Integrity.Missing(List.of(new Span(last.place(), last.place()))));
        }
        return Arrays.equals(stored.get(), last.hash())
                ? Optional.empty()
                : Optional.of(new Integrity.Forked(last.place(), Integrity.Fork.WITNESS));
    }

    private Optional<Integrity> badRow(Sequence head) {
        try (var pages = new PagesAhead(chain, last.place())) {
            for (var page = pages.next(); !page.isEmpty(); page = pages.next()) {
                for (var row : page) {
                    if (row.place().isAfter(head)) {
                        return Optional.empty();
                    }
                    var bad = take(row);
                    if (bad.isPresent()) {
                        return bad;
                    }
                }
                progress.read(page.size());
            }
            return Optional.empty();
        }
    }

    private Optional<Integrity> take(SealedRow row) {
        if (!row.place().isAfter(last.place())) {
            return Optional.of(new Integrity.Forked(row.place(), Integrity.Fork.SAME_PLACE));
        }
        var stored = new Link(row.place(), row.hash());
        if (row.place().isAfter(last.place().next())) {
            // what it should follow is gone, so it is believed, and the search for gaps goes on
            gaps.add(new Span(last.place().next(), new Sequence(row.place().number() - 1)));
            last = stored;
            return gaps.size() == MOST_GAPS ? missing() : Optional.empty();
        }
        if (!last.next(row.content()).equals(stored)) {
            return missing().or(() -> Optional.of(new Diagnosis(chain, recent, last).of(row)));
        }
        if (witnesses.contradict(stored)) {
            return missing()
                    .or(() ->
                            Optional.of(new Integrity.Forked(row.place(), Integrity.Fork.WITNESS)));
        }
        recent.add(last);
        last = stored;
        return Optional.empty();
    }

    private Optional<Integrity> missing() {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(new Integrity.Missing(gaps));
    }

    private Integrity atEnd(ChainEnd end) {
        var head = end.head();
        if (!gaps.isEmpty()) {
            return new Integrity.Missing(gaps);
        }
        if (head.place().isAfter(last.place())) {
            return new Integrity.Cut(last.place(), head.place(), Integrity.Witness.HEAD);
        }
        if (end.last().isAfter(head.place()) || !head.equals(last)) {
            return new Integrity.Forked(head.place(), Integrity.Fork.HEAD);
        }
        return witnesses
                .beyond(last.place())
                .<Integrity>map(signed ->
                        new Integrity.Cut(last.place(), signed, Integrity.Witness.CHECKPOINT))
                .orElseGet(() -> new Integrity.Intact(last));
    }
}
