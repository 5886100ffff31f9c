package io.mergedesk.ui.history;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The revisions of one record to choose from, newest first, read as far as the list is scrolled;
/// typing a number finds it.
final class RevisionChoices {

    private static final int MOST_KEPT = 500;

    private final Subject subject;
    private final Teller teller;
    private final Map<Revision, String> labels =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Revision, String> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    RevisionChoices(Subject subject, Teller teller) {
        this.subject = subject;
        this.teller = teller;
    }

    ComboBox<Revision> box(String label) {
        var box = new ComboBox<Revision>(label);
        box.setItemLabelGenerator(this::label);
        box.setItems(this::fetch, query -> Math.toIntExact(numbers(query).count()));
        return box;
    }

    private Stream<Revision> fetch(Query<Revision, String> query) {
        var wanted =
                numbers(query)
                        .skip(query.getOffset())
                        .limit(query.getLimit())
                        .mapToObj(Revision::new)
                        .toList();
        if (!wanted.isEmpty() && typed(query).isEmpty()) {
            subject.entities()
                    .changesOf(
                            subject.id(), wanted.getFirst().next(), wanted.size(), subject.actor())
                    .forEach(change -> labels.put(change.revision(), words(change)));
        }
        return wanted.stream();
    }

    private LongStream numbers(Query<Revision, String> query) {
        long newest = subject.current().map(entity -> entity.revision().number()).orElse(0L);
        var typed = typed(query);
        return LongStream.rangeClosed(1, newest)
                .map(number -> newest + 1 - number)
                .filter(number -> typed.isEmpty() || Long.toString(number).startsWith(typed));
    }

    private static String typed(Query<Revision, String> query) {
        return query.getFilter().orElse("").strip().replaceFirst("^[vV]", "");
    }

    private String label(Revision revision) {
        return labels.computeIfAbsent(
                revision, one -> subject.change(one).map(this::words).orElseGet(one::toString));
    }

    private String words(Change change) {
        return change.revision()
                + " · "
                + teller.whoWithin(change.by())
                + ", "
                + teller.time().within(change.at());
    }
}
