package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.ReopenOutcome;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Toast;
import java.util.Map;
import java.util.Optional;

/// One conflict on the screen: being decided, or decided, and the way from one to the other.
final class ConflictPage extends Div implements Settling.Page {

    private final transient Viewer viewer;
    private final transient Titles titles;
    private final transient Conflicts conflicts;
    private final transient MergeDrafts drafts;
    private final transient Settling settling;
    private final transient MergeReading reading;
    private final transient Runnable wentOn;
    private transient ConflictNow now;
    private transient Decisions last = Decisions.NONE;
    private String lastReason = "";
    private Optional<MergePage> deciding = Optional.empty();

    /// @param wentOn what to do when a decision is written
    ConflictPage(
            Viewer viewer,
            Conflicts conflicts,
            ConflictNow now,
            MergeReading reading,
            Runnable wentOn) {
        this.viewer = viewer;
        this.conflicts = conflicts;
        this.now = now;
        this.reading = reading;
        this.wentOn = wentOn;
        titles = new Titles(viewer);
        drafts = new MergeDrafts(viewer, now.conflict().id());
        settling = new Settling(conflicts, viewer, this);
        addClassName("conflict-page");
        show();
    }

    ConflictNow now() {
        return now;
    }

    Optional<MergePage> deciding() {
        return deciding;
    }

    private void show() {
        removeAll();
        deciding = Optional.empty();
        now.conflict()
                .settlement()
                .ifPresentOrElse(this::showSettled, () -> decide(Decisions.NONE));
    }

    private void showSettled(Settlement settlement) {
        var reopen =
                conflicts.mayResolve(now, viewer.actor())
                        ? Optional.<Runnable>of(() -> settling.reopen(now.conflict()))
                        : Optional.<Runnable>empty();
        add(
                new SettledPage(
                        Telling.of(now, viewer, titles),
                        settlement,
                        reopen,
                        () -> override(settlement)));
    }

    /// A decision to begin with: what was decided before.
    private void override(Settlement settlement) {
        removeAll();
        decide(WholeDecisions.of(settlement));
    }

    private void decide(Decisions start) {
        var begun = drafts.begun(now.merge());
        boolean moved = !begun.isNothing() && !begun.seen().equals(now.seen());
        var ground =
                moved ? EarlierMerge.at(now, begun.seen(), viewer) : Optional.<ConflictNow>empty();
        var its = Deciding.of(ground.orElse(now), begun.isNothing() ? start : begun.decisions());
        var page =
                new MergePage(
                        viewer,
                        titles,
                        its,
                        drafts,
                        settling,
                        reading,
                        !conflicts.mayResolve(now, viewer.actor()));
        page.showReason(begun.reason());
        deciding = Optional.of(page);
        add(page);
        if (ground.isPresent()) {
            page.follow(now, "Since you were here: ");
        } else if (!begun.isNothing()) {
            page.tell("Your decisions from before are back.");
        }
    }

    /// Something happened to the conflict or its entity.
    void follow() {
        var found = viewer.stillHere().flatMap(actor -> conflicts.find(now.conflict().id(), actor));
        if (found.isEmpty()) {
            deciding.ifPresent(page -> page.tell("This conflict is no longer shared with you."));
            return;
        }
        follow(found.get(), "");
    }

    private void follow(ConflictNow newer, String lead) {
        if (newer.equals(now)) {
            return;
        }
        boolean sameState = newer.conflict().settlement().equals(now.conflict().settlement());
        now = newer;
        if (sameState && deciding.isPresent()) {
            deciding.get().follow(newer, lead);
        } else if (!sameState) {
            boolean begun =
                    deciding.filter(page -> !page.deciding().decisions().equals(Decisions.NONE))
                            .isPresent();
            show();
            newer.conflict().settlement().ifPresent(settlement -> tellSettled(settlement, begun));
        }
    }

    private void tellSettled(Settlement settlement, boolean begun) {
        if (!settlement.by().equals(viewer.id())) {
            Toast.say(
                    Telling.of(now, viewer, titles).clocks().settled(settlement)
                            + (begun
                                    ? " Yours was not written; your decisions are kept as a draft."
                                    : ""));
        }
    }

    @Override
    public void settled(Conflict conflict, Entity entity) {
        deciding.ifPresent(page -> {
            last = page.deciding().decisions();
            lastReason = page.reason();
            page.forget();
        });
        conflicts.find(conflict.id(), viewer.actor()).ifPresent(newer -> now = newer);
        show();
        Toast.withUndo(
                now.type().titleOf(entity) + " is saved as " + entity.revision() + ".",
                () -> settling.reopen(conflict));
        wentOn.run();
    }

    @Override
    public void reopened(ReopenOutcome.Reopened reopened) {
        var id = reopened.conflict().id();
        if (!last.equals(Decisions.NONE) || !lastReason.isBlank()) {
            drafts.keep(last, lastReason, reopened.entity().revision());
        }
        conflicts.find(id, viewer.actor()).ifPresent(newer -> now = newer);
        if (isAttached()) {
            show();
        }
        say(SettledPage.reopened(reopened, now.type()));
    }

    @Override
    public void moved(ConflictNow newer, String words) {
        now = newer;
        deciding.ifPresent(page -> page.follow(newer, words));
    }

    @Override
    public void refused(Map<FieldName, String> problems, String words) {
        deciding.ifPresent(page -> page.complain(problems, words));
    }

    @Override
    public void overtaken(Conflict conflict) {
        conflicts
                .find(conflict.id(), viewer.actor())
                .ifPresent(newer ->
                        follow(
                                newer,
                                newer.conflict().isOpen()
                                        ? "Not saved yet: the desk noted something meanwhile. Save again. "
                                        : ""));
    }

    @Override
    public void say(String words) {
        Toast.say(words);
    }
}
