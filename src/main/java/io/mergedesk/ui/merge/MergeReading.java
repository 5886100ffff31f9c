package io.mergedesk.ui.merge;

import com.vaadin.flow.router.QueryParameters;

/// How somebody reads a conflict: as a list or in columns, with marked words or whole sentences.
/// Part of the address, so that a refresh, a link and the next conflict show the same.
final class MergeReading {

    private static final String VIEW = "view";
    private static final String COLUMNS = "columns";
    private static final String TEXTS = "texts";
    private static final String SENTENCES = "sentences";

    private final Runnable changed;
    private boolean inColumns;
    private boolean inSentences;

    /// @param changed what to do when the reader wants it otherwise
    MergeReading(QueryParameters query, Runnable changed) {
        this.changed = changed;
        inColumns = query.getSingleParameter(VIEW).filter(COLUMNS::equals).isPresent();
        inSentences = query.getSingleParameter(TEXTS).filter(SENTENCES::equals).isPresent();
    }

    boolean inColumns() {
        return inColumns;
    }

    boolean inSentences() {
        return inSentences;
    }

    void turnColumns() {
        inColumns = !inColumns;
        changed.run();
    }

    void readSentences(boolean wanted) {
        if (inSentences != wanted) {
            inSentences = wanted;
            changed.run();
        }
    }

    /// The query of an address that shows it like this.
    QueryParameters in(QueryParameters query) {
        var its = without(query);
        if (inColumns) {
            its = its.merging(VIEW, COLUMNS);
        }
        return inSentences ? its.merging(TEXTS, SENTENCES) : its;
    }

    /// What else an address says.
    static QueryParameters without(QueryParameters query) {
        return query.excluding(VIEW, TEXTS);
    }
}
