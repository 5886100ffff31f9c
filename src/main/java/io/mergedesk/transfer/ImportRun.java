package io.mergedesk.transfer;

import io.mergedesk.entities.Edit;
import io.mergedesk.entities.SaveOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/// Takes a file row by row, chunk by chunk, to wherever the sink leads.
final class ImportRun {

    private final CsvFile file;
    private final RowReader reader;
    private final RowMatcher matcher;
    private final RowSink sink;
    private final RowTally tally;
    private final RowChunk chunk;
    private final ImportWatch watch;
    private final Consumer<RowTally> afterChunk;
    private final Set<io.mergedesk.common.FieldName> unique;
    private final boolean dry;
    private final Set<String> wouldExist = new HashSet<>();

    ImportRun(
            CsvFile file,
            RowReader reader,
            RowMatcher matcher,
            RowSink sink,
            RowTally tally,
            Set<io.mergedesk.common.FieldName> unique,
            boolean dry,
            ImportWatch watch,
            Consumer<RowTally> afterChunk) {
        this.file = file;
        this.reader = reader;
        this.matcher = matcher;
        this.sink = sink;
        this.tally = tally;
        this.chunk = new RowChunk(unique);
        this.unique = unique;
        this.dry = dry;
        this.watch = watch;
        this.afterChunk = afterChunk;
    }

    /// @return whether it came to the end; false when it was cancelled
    boolean run() {
        try (var rows = file.rows()) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (chunk.isFull() && !flush()) {
                    return false;
                }
                var problems = new ArrayList<RowProblem>();
                var read = reader.read(row, problems);
                if (read == null) {
                    tally.fail(row, problems);
                } else if (!chunk.accepts(read) && !flush()) {
                    return false;
                } else if (!dry || !repeats(read)) {
                    chunk.add(read);
                }
            }
            return flush();
        }
    }

    /// In a dry run nothing is there that an earlier row would have made.
    private boolean repeats(ReadRow row) {
        var marks = RowChunk.marksOf(row, unique);
        boolean repeats = row.id().isEmpty() && marks.stream().anyMatch(wouldExist::contains);
        if (repeats) {
            tally.again();
        }
        return repeats;
    }

    private boolean flush() {
        if (watch.isCancelled()) {
            return false;
        }
        var matches = new ArrayList<RowMatcher.Match.ToEdit>();
        for (var match : matcher.match(chunk.take())) {
            switch (match) {
                case RowMatcher.Match.Wrong(var row, var problems) ->
                        tally.fail(row.source(), problems);
                case RowMatcher.Match.ToEdit edit -> matches.add(edit);
            }
        }
        if (!matches.isEmpty()) {
            var outcomes = save(matches.stream().map(RowMatcher.Match.ToEdit::edit).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                tally.count(matches.get(i), outcomes.get(i));
                remember(matches.get(i), outcomes.get(i));
            }
        }
        afterChunk.accept(tally);
        return true;
    }

    private void remember(RowMatcher.Match.ToEdit match, SaveOutcome outcome) {
        if (dry && match.found().isEmpty() && outcome instanceof SaveOutcome.Applied) {
            wouldExist.addAll(RowChunk.marksOf(match.row(), unique));
        }
    }

    /// Together; where somebody else keeps being in the way of one row, one by one.
    private List<SaveOutcome> save(List<Edit> edits) {
        try {
            return sink.save(edits);
        } catch (ConcurrencyFailureException | DuplicateKeyException _) {
            return edits.stream().map(this::saveAlone).toList();
        }
    }

    private SaveOutcome saveAlone(Edit edit) {
        try {
            return sink.save(List.of(edit)).getFirst();
        } catch (ConcurrencyFailureException | DuplicateKeyException _) {
            return new SaveOutcome.Refused(
                    List.of(
                            new io.mergedesk.entities.Violation(
                                    "",
                                    "somebody else keeps writing the same values: expected to be alone; try again")));
        }
    }
}
