package io.mergedesk.ui.merge;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.BrowserDrafts;
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
    private final transient RowFocus focus = new RowFocus(getElement());
    private final Div news = new Div();
    private final ClockNote clocks = new ClockNote(this::chooseAll, this::letGo);
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
        new MergeKeys(this, list, this, fixed).listen();
        news.addClassName("merge-news");
        news.getElement().setAttribute("role", "status");
        add(bar, news, clocks, list, foot);
        foot.fix(fixed);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        browser.keep(this::bringBack);
    }

    Deciding deciding() {
        return deciding;
    }

    String reason() {
        return foot.reason();
    }

    void showReason(String reason) {
        foot.showReason(reason);
    }

    /// Takes in typing that only the browser has.
    private void bringBack(Map<String, String> kept) {
        Optional.ofNullable(kept.get(MergeFoot.REASON))
                .ifPresent(reason -> {
                    foot.showReason(reason);
                    typedReason();
                });
        list.bringBack(kept);
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
            if (deciding.left() == 0) {
                bar.focusSave();
            } else {
                focus.toOpen(row);
            }
        }
    }

    /// @return whether one was open
    boolean closeEditor() {
        var open = list.editor();
        list.closeEditor();
        open.ifPresent(editor -> focus.to(editor.question().first().value()));
        return open.isPresent();
    }

    private void chooseAll(Party party, String words) {
        list.closeEditor();
        deciding.chooseAll(party, words);
        decided(list.firstRow());
    }

    /// What its author may always do: let all stay as it is.
    private void letGo() {
        deciding.letGo();
        settling.save(deciding, foot.reason());
    }

    private void typedReason() {
        keep();
        browser.confirmed(Map.of(MergeFoot.REASON, foot.reason()));
    }

    private void readAs(boolean inSentences) {
        sentences = inSentences;
        refresh();
    }

    @Override
    public void jump() {
        focus.toOpen("");
    }

    @Override
    public void undo() {
        list.closeEditor();
        deciding.steps().undo();
        decided("");
    }

    @Override
    public void redo() {
        list.closeEditor();
        deciding.steps().redo();
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
        } else {
            settling.save(deciding, foot.reason());
        }
    }

    /// It is written: nothing is left to be kept.
    void forget() {
        drafts.discard();
        browser.discard();
    }

    /// @param found what is wrong, by field
    void complain(Map<FieldName, String> found, String words) {
        problems.clear();
        problems.putAll(found);
        refresh();
        tell("Not saved: the result would not be accepted. " + words);
        list.rowOf(found.keySet()).ifPresent(focus::to);
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
                        .sentence(before, again.keySet(), deciding.decisions().fields().size());
        if (!words.isEmpty() || !lead.isEmpty()) {
            tell(lead + words);
        }
        refresh();
    }

    void tell(String words) {
        news.removeAll();
        var note = new Div(new Span(words));
        note.addClassNames("note", "note-theirs");
        news.add(note);
    }
}
