package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.EntityChoice;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The questions of a conflict, one row each; below them, folded, what was merged without asking
/// and what nobody touched.
final class RowList extends Div implements RowListener {

    private final transient Consumer<String> decided;
    private final transient Rows rows = new Rows(this);
    private final KeepOrDeleteRow entity = new KeepOrDeleteRow(this::choose);
    private final Div asked = new Div();
    private final Div merged = new Div();
    private final Folds folds = new Folds(merged);
    private transient @Nullable Deciding deciding;
    private transient @Nullable Telling telling;
    private Optional<RowEditor> editor = Optional.empty();

    /// @param decided is told the key of the row in which something was decided; of none while
    ///   somebody still types there
    RowList(Consumer<String> decided) {
        this.decided = decided;
        addClassNames("merge-list", "card");
        asked.addClassName("merge-rows");
        merged.addClassName("merge-rows");
        add(entity, asked, folds);
    }

    void show(
            Telling shown,
            Deciding shownDeciding,
            boolean sentences,
            Map<FieldName, String> problems,
            boolean fixed) {
        telling = shown;
        deciding = shownDeciding;
        entity.show(shown, shownDeciding, fixed);
        rows.place(asked, shownDeciding.questions());
        rows.place(merged, shownDeciding.merged());
        rows.each((question, row) ->
                row.show(shown, shownDeciding, sentences, problem(question, problems), fixed));
        folds.show(shown, shownDeciding);
    }

    private static String problem(Question question, Map<FieldName, String> problems) {
        return question.fields().stream()
                .map(problems::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    void foldUnchanged() {
        folds.foldUnchanged();
    }

    Optional<Question> question(String row) {
        return rows.question(row);
    }

    /// The key of the first row that has one of these.
    Optional<String> rowOf(Set<FieldName> fields) {
        return rows.rowOf(fields);
    }

    /// Opens a row again in which somebody was typing, with what only the browser kept of it.
    void bringBack(Map<String, String> kept) {
        kept.keySet().stream()
                .flatMap(name -> question(name).stream())
                .findFirst()
                .ifPresent(question -> {
                    if (editor.filter(one -> one.question().equals(question)).isEmpty()) {
                        edit(question);
                    }
                    editor.ifPresent(one -> one.bringBack(kept));
                });
    }

    /// The key of the first row, for whoever begins anew.
    String firstRow() {
        return entity.isVisible() ? KeepOrDeleteRow.KEY : rows.first().orElse("");
    }

    private Deciding deciding() {
        return Objects.requireNonNull(deciding);
    }

    private void choose(EntityChoice choice) {
        deciding().choose(choice);
        decided.accept(KeepOrDeleteRow.KEY);
    }

    /// The first of the two answers, or the second.
    void choose(String row, Choice.Whole whole) {
        if (row.equals(KeepOrDeleteRow.KEY)) {
            if (whole != Choice.Whole.BOTH) {
                choose(whole == Choice.Whole.MINE ? EntityChoice.KEEP : EntityChoice.DELETE);
            }
        } else {
            question(row)
                    .filter(question -> deciding().offers(question, whole))
                    .ifPresent(question -> choose(question, whole));
        }
    }

    @Override
    public void choose(Question question, Choice.Whole whole) {
        closeEditor();
        deciding().choose(question, whole);
        decided.accept(question.first().value());
    }

    @Override
    public void choose(Question question, FieldName field, int place, HunkChoice choice) {
        closeEditor();
        deciding().choose(field, place, choice);
        decided.accept(deciding().isOpen(question) ? "" : question.first().value());
    }

    @Override
    public void take(Question question) {
        deciding()
                .suggestion(question)
                .ifPresent(suggestion -> {
                    if (suggestion.choice() instanceof Choice.Whole whole) {
                        choose(question, whole);
                    }
                });
    }

    @Override
    public void takeBack(Question question) {
        closeEditor();
        deciding().takeBack(question);
        decided.accept("");
    }

    @Override
    public void edit(Question question) {
        closeEditor();
        var its =
                new RowEditor(
                        question,
                        Objects.requireNonNull(telling),
                        deciding(),
                        (field, value) -> {
                            deciding().type(question, field, value);
                            decided.accept("");
                        },
                        () -> {
                            closeEditor();
                            decided.accept(question.first().value());
                        });
        editor = Optional.of(its);
        rows.of(question).orElseThrow().showEditor(editor);
        its.focus();
    }

    Optional<RowEditor> editor() {
        return editor;
    }

    void closeEditor() {
        editor.map(RowEditor::question)
                .flatMap(rows::of)
                .ifPresent(row -> row.showEditor(Optional.empty()));
        editor = Optional.empty();
        deciding().steps().stopTyping();
    }
}
