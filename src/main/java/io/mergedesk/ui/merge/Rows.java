package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// The rows of a conflict, one for each question. A row's key is the name of its first field.
final class Rows {

    private final Map<Question, QuestionRow> byQuestion = new LinkedHashMap<>();
    private final RowListener listener;

    Rows(RowListener listener) {
        this.listener = listener;
    }

    /// Makes these the rows of that part of the page. Rows that stay keep their place in it, and
    /// with it the focus.
    void place(Div parent, List<Question> questions) {
        var gone =
                parent.getChildren()
                        .map(QuestionRow.class::cast)
                        .filter(row -> !questions.contains(row.question()))
                        .toList();
        for (var row : gone) {
            parent.remove(row);
            byQuestion.remove(row.question());
        }
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var row = byQuestion.computeIfAbsent(question, one -> new QuestionRow(one, listener));
            if (row.getParent().filter(parent::equals).isEmpty()) {
                parent.addComponentAtIndex(i, row);
            }
        }
    }

    void each(BiConsumer<Question, QuestionRow> show) {
        byQuestion.forEach(show);
    }

    Optional<QuestionRow> of(Question question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    Optional<Question> question(String row) {
        return byQuestion.keySet().stream()
                .filter(question -> question.first().value().equals(row))
                .findFirst();
    }

    /// The key of the first row that has one of these.
    Optional<String> rowOf(Set<FieldName> fields) {
        return byQuestion.keySet().stream()
                .filter(question -> question.fields().stream().anyMatch(fields::contains))
                .map(question -> question.first().value())
                .findFirst();
    }

    /// The key of the first row.
    Optional<String> first() {
        return byQuestion.keySet().stream().findFirst().map(one -> one.first().value());
    }
}
