package io.mergedesk.ui.merge;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.BrowserDrafts;
import io.mergedesk.ui.shell.Modules;
import io.mergedesk.ui.shell.Toast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One conflict being decided.
final class MergePage extends Div implements MergeBar.Actions {

    private final transient Viewer viewer;
    private final transient Titles titles;
    private final transient Deciding deciding;
    private final transient MergeDrafts drafts;
    private final transient Settling settling;
    private final transient BrowserDrafts browser;
    private final boolean fixed;
    private final Div news = new Div();
    private final ClockNote clocks = new ClockNote(this::chooseAll);
    private final MergeBar bar = new MergeBar(this);
    private final RowList list = new RowList(this::decided);
    private final MergeFoot foot = new MergeFoot(this::typedReason, this::readAs);
    private final transient Map<FieldName, String> problems = new TreeMap<>();
    private boolean sentences;
    private boolean inColumns;

    /// @param fixed whether the reader may only look
    MergePage(
            Viewer viewer,
            Titles titles,
            Deciding deciding,
            MergeDrafts drafts,
            Settling settling,
            boolean fixed) {
        this.viewer = viewer;
        this.titles = titles;
        this.deciding = deciding;
        this.drafts = drafts;
        this.settling = settling;
        this.fixed = fixed;
        addClassName("merge");
        browser =
                new BrowserDrafts(this, viewer.id(), "conflict/" + deciding.now().conflict().id());
        browser.onUnconfirmed(this::bringBack);
        news.addClassName("merge-news");
        news.getElement().setAttribute("role", "status");
        getElement()
                .addEventListener(
                        "merge-key",
                        event ->
                                key(
                                        event.getEventData()
                                                .path("event.detail")
                                                .path("key")
                                                .asString(""),
                                        event.getEventData()
                                                .path("event.detail")
                                                .path("row")
                                                .asString("")))
                .addEventData("event.detail");
        add(bar, news, clocks, list, foot);
        foot.fix(fixed);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        Modules.call(getElement(), "merge-keys.js", "m.listen(this)");
        browser.keep(this::bringBack);
    }

    /// What was typed on an earlier visit.
    void showReason(String reason) {
        foot.showReason(reason);
    }

    private void bringBack(Map<String, String> kept) {
        Optional.ofNullable(kept.get(MergeFoot.REASON))
                .ifPresent(reason -> {
                    foot.showReason(reason);
                    typedReason();
                });
        kept.keySet().stream()
                .filter(name -> !name.equals(MergeFoot.REASON))
                .flatMap(name -> list.question(name).stream())
                .findFirst()
                .ifPresent(question -> {
                    if (list.editor().filter(one -> one.question().equals(question)).isEmpty()) {
                        list.edit(question);
                    }
                    list.editor().ifPresent(editor -> editor.bringBack(kept));
                });
    }

    private Telling telling() {
        return Telling.of(deciding.now(), viewer, titles);
    }

    private void refresh() {
        var telling = telling();
        bar.show(telling, deciding, inColumns, fixed);
        clocks.show(telling, deciding, fixed);
        list.show(telling, deciding, sentences, problems, fixed);
        setClassName("in-columns", inColumns);
        setClassName("deleting", deciding.isDeleting());
    }

    private void keep() {
        drafts.keep(deciding.decisions(), foot.reason(), deciding.now().seen());
    }

    /// @param row where something was decided; empty where the reader stays where they are
    private void decided(String row) {
        problems.clear();
        keep();
        list.editor().ifPresent(editor -> browser.confirmed(editor.names()));
        refresh();
        if (!row.isEmpty()) {
            goOn(row);
        }
    }

    private void goOn(String row) {
        if (deciding.left() == 0) {
            bar.focusSave();
        } else {
            Modules.call(getElement(), "merge-keys.js", "m.goToOpen(this, $0, 1)", row);
        }
    }

    private void chooseAll(Party party) {
        list.closeEditor();
        deciding.chooseAll(
                party, party == Party.MINE ? "all from one side" : "all from the other side");
        decided(list.firstRow());
    }

    private void typedReason() {
        keep();
        browser.confirmed(Map.of(MergeFoot.REASON, foot.reason()));
    }

    private void readAs(boolean inSentences) {
        sentences = inSentences;
        refresh();
    }

    private void key(String key, String row) {
        switch (key) {
            case "v" -> columns();
            case "b" -> setClassName("with-base", !hasClassName("with-base"));
            case "u" -> list.foldUnchanged();
            case "close-editor" -> closeEditor(row);
            default -> {
                if (!fixed) {
                    decide(key, row);
                }
            }
        }
    }

    private void decide(String key, String row) {
        switch (key) {
            case "1" -> list.choose(row, Choice.Whole.MINE);
            case "2" -> list.choose(row, Choice.Whole.THEIRS);
            case "3" -> list.choose(row, Choice.Whole.BOTH);
            case "e" -> list.question(row).ifPresent(list::edit);
            case "s" -> list.question(row).ifPresent(list::take);
            case "undo" -> undo();
            case "redo" -> redo();
            default -> throw new IllegalStateException("expected a key of the list, got " + key);
        }
    }

    private void closeEditor(String row) {
        list.closeEditor();
        Modules.call(getElement(), "merge-keys.js", "m.goToRow(this, $0)", row);
    }

    @Override
    public void jump() {
        Modules.call(getElement(), "merge-keys.js", "m.goToOpen(this, '', 1)");
    }

    @Override
    public void undo() {
        step(deciding.steps()::undo);
    }

    @Override
    public void redo() {
        step(deciding.steps()::redo);
    }

    private void step(Runnable step) {
        list.closeEditor();
        step.run();
        decided("");
    }

    @Override
    public void columns() {
        inColumns = !inColumns;
        refresh();
    }

    @Override
    public void preview() {
        if (settling.isFine(deciding)) {
            new PreviewDialog(telling(), deciding, this::save).open();
        }
    }

    @Override
    public void save() {
        if (fixed) {
            return;
        }
        if (deciding.left() > 0) {
            tell("Not saved yet: something is still open.");
            jump();
            return;
        }
        settling.save(deciding, foot.reason());
    }

    /// It is written, or somebody else was faster: nothing is left to be kept.
    void forget() {
        drafts.discard();
        browser.discard();
    }

    /// Decisions that were taken back are there again.
    void keepForUndo() {
        keep();
    }

    void complain(Map<FieldName, String> found, String words) {
        problems.clear();
        problems.putAll(found);
        refresh();
        tell("Not saved: the result would not be accepted. " + words);
        found.keySet().stream()
                .findFirst()
                .flatMap(field -> list.question(field.value()))
                .ifPresent(question ->
                        Modules.call(
                                getElement(),
                                "merge-keys.js",
                                "m.goToRow(this, $0)",
                                question.first().value()));
    }

    /// The record moved on: keeps what is still true of the decisions, and says what is not.
    void follow(ConflictNow now, String lead) {
        var before = deciding.merge();
        var again = deciding.follow(now);
        problems.clear();
        if (!fixed) {
            keep();
        }
        var telling = telling();
        var words =
                new MovedWords(telling.sides(), telling.values()::time)
                        .sentence(
                                before,
                                List.copyOf(again.keySet()),
                                deciding.decisions().fields().size());
        if (!words.isEmpty() || !lead.isEmpty()) {
            tell(lead + words);
        }
        refresh();
    }

    Deciding deciding() {
        return deciding;
    }

    String reason() {
        return foot.reason();
    }

    void tell(String words) {
        news.removeAll();
        var text = new Span(words);
        var note = new Div(text);
        note.addClassNames("note", "note-theirs");
        news.add(note);
    }

    static void say(String words) {
        Toast.say(words);
    }
}
