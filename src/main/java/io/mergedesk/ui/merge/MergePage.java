package io.mergedesk.ui.merge;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import java.util.Map;
import java.util.TreeMap;

/// One conflict being decided.
final class MergePage extends Div implements MergeBar.Actions {

    private final transient Viewer viewer;
    private final transient Titles titles;
    private final transient Deciding deciding;
    private final transient Settling settling;
    private final transient MergeKeeping keeping;
    private final boolean fixed;
    private final transient RowFocus focus = new RowFocus(getElement());
    private final MergeNews news = new MergeNews();
    private final ClockNote clocks = new ClockNote(this::chooseAll, this::letGo);
    private final MergeBar bar = new MergeBar(this);
    private final RowList list = new RowList(this::decided);
    private final MergeFoot foot = new MergeFoot(this::typedReason, this::readAs);
    private final transient MergeReading reading;
    private final transient Map<FieldName, String> problems = new TreeMap<>();

    /// @param fixed whether the reader may only look
    MergePage(
            Viewer viewer,
            Titles titles,
            Deciding deciding,
            MergeDrafts drafts,
            Settling settling,
            MergeReading reading,
            boolean fixed) {
        this.viewer = viewer;
        this.titles = titles;
        this.deciding = deciding;
        this.settling = settling;
        this.reading = reading;
        this.fixed = fixed;
        addClassName("merge");
        keeping = new MergeKeeping(this, viewer, deciding, drafts, foot, list);
        new MergeKeys(this, list, this, fixed).listen();
        add(bar, news, clocks, list, foot);
        foot.fix(fixed);
        foot.showSentences(reading.inSentences());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        keeping.listen();
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

    private Telling telling() {
        return Telling.of(deciding.now(), viewer, titles);
    }

    private void refresh() {
        var telling = telling();
        bar.show(telling, deciding, reading.inColumns(), fixed);
        clocks.show(telling, deciding, fixed);
        list.show(telling, deciding, reading.inSentences(), problems, fixed);
        setClassName("in-columns", reading.inColumns());
        setClassName("deleting", deciding.isDeleting());
    }

    /// @param row where something was decided; empty where the reader stays where they are
    private void decided(String row) {
        problems.clear();
        keeping.decision();
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
        keeping.reason();
    }

    private void readAs(boolean inSentences) {
        reading.readSentences(inSentences);
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
        reading.turnColumns();
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
        keeping.forget();
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
            keeping.keep();
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
        news.tell(words);
    }
}
