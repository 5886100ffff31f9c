package io.mergedesk.audit;

import io.mergedesk.audit.AuditTerm.Needed;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.trail.TrailEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The terms of items, and those that a query needs. Times are no terms, as logs are in the order
/// of time.
public final class AuditTerms {

    /// How many different words of one item an index takes.
    public static final int MAX_WORDS = 400;

    /// What an index gives an item with more words than that: it has to be looked at whatever word
    /// is wanted.
    public static final AuditTerm WORDY = new AuditTerm("+");

    private static final String WORD = "w:";
    private static final AuditTerm CONFLICT = new AuditTerm("c:");
    private static final int MOST_WANTED = 10;

    private AuditTerms() {}

    /// All terms of an item, however many.
    public static Set<AuditTerm> of(AuditItem item) {
        var terms = marks(item);
        words(item).forEach(word -> terms.add(new AuditTerm(WORD + word)));
        return terms;
    }

    /// The same with few enough words for an index, and without the entity of an edit: an entity's
    /// edits have an index already.
    public static Set<AuditTerm> forIndex(AuditItem item) {
        var terms = marks(item);
        if (item instanceof AuditItem.Edited(var change)) {
            terms.remove(new AuditTerm("e:" + change.entity()));
        }
        var words = words(item);
        words.stream().limit(MAX_WORDS).forEach(word -> terms.add(new AuditTerm(WORD + word)));
        if (words.size() > MAX_WORDS) {
            terms.add(WORDY);
        }
        return terms;
    }

    /// What every item that a query finds must have.
    public static List<Needed> needed(AuditQuery query) {
        var needed = new ArrayList<Needed>();
        query.entity().ifPresent(one -> needed.add(exactly("e:" + one)));
        query.person().ifPresent(one -> needed.add(exactly("p:" + one)));
        query.type().ifPresent(one -> needed.add(exactly("t:" + one)));
        query.field().ifPresent(one -> needed.add(exactly("f:" + one)));
        query.origin().ifPresent(one -> needed.add(exactly("o:" + one.wireName())));
        query.action().ifPresent(one -> needed.add(exactly("a:" + one)));
        if (query.conflictsOnly()) {
            needed.add(new Needed(CONFLICT, false));
        }
        IndexKeys.wordsOf(query.words()).stream()
                .distinct()
                .limit(MOST_WANTED)
                .forEach(word -> needed.add(new Needed(new AuditTerm(WORD + word), true)));
        return needed;
    }

    private static Needed exactly(String text) {
        return new Needed(new AuditTerm(text), false);
    }

    private static Set<AuditTerm> marks(AuditItem item) {
        var terms = new HashSet<AuditTerm>();
        item.entity().ifPresent(one -> terms.add(new AuditTerm("e:" + one)));
        item.by().ifPresent(one -> terms.add(new AuditTerm("p:" + one)));
        item.type().ifPresent(one -> terms.add(new AuditTerm("t:" + one)));
        terms.add(new AuditTerm("a:" + item.action()));
        switch (item) {
            case AuditItem.Edited(var change) -> addMarks(change, terms);
            case AuditItem.Noted(var entry) -> {
                if (entry.conflict().isPresent()) {
                    terms.add(CONFLICT);
                }
            }
        }
        return terms;
    }

    private static void addMarks(Change change, Set<AuditTerm> terms) {
        terms.add(new AuditTerm("o:" + change.origin().wireName()));
        change.fields().forEach(one -> terms.add(new AuditTerm("f:" + one.field())));
        if (change.origin() == Origin.MERGE) {
            terms.add(CONFLICT);
        }
    }

    private static Set<String> words(AuditItem item) {
        var words = new HashSet<String>();
        item.by().ifPresent(person -> words.addAll(IndexKeys.wordsOf(person.value())));
        switch (item) {
            case AuditItem.Edited(var change) ->
                    change.fields()
                            .forEach(field -> {
                                addWords(field.from(), words);
                                addWords(field.to(), words);
                            });
            case AuditItem.Noted(var entry) -> addWords(entry, words);
        }
        return words;
    }

    /// Not of references: what they hold is an id, which nobody reads.
    private static void addWords(@Nullable FieldValue value, Collection<String> words) {
        if (value != null && !(value instanceof FieldValue.Reference)) {
            words.addAll(IndexKeys.wordsOf(FieldText.write(value)));
        }
    }

    private static void addWords(TrailEntry entry, Collection<String> words) {
        entry.details().byName().values().forEach(text -> words.addAll(IndexKeys.wordsOf(text)));
        entry.address().ifPresent(address -> words.addAll(IndexKeys.wordsOf(address)));
    }
}
