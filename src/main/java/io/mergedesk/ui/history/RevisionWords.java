package io.mergedesk.ui.history;

import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.sync.EditSync;
import io.mergedesk.ui.shell.StatusBadge;
import io.mergedesk.ui.timeline.Burst;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.TimelineWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The revisions of one record in its timeline.
///
/// @param synced how an edit fared at its targets
record RevisionWords(Teller teller, Function<Revision, Optional<EditSync>> synced)
        implements TimelineWords<Change> {

    @Override
    public HistoryTime time() {
        return teller.time();
    }

    @Override
    public Instant at(Change change) {
        return change.at();
    }

    @Override
    public String name(Change change) {
        return teller.names().apply(change.by());
    }

    @Override
    public String who(Change change) {
        return teller.who(change.by());
    }

    @Override
    public String did(Change change) {
        return teller.verb(change);
    }

    @Override
    public Optional<String> what(Change change) {
        return Optional.empty();
    }

    @Override
    public String fact(Change change) {
        return change.revision().toString();
    }

    @Override
    public List<StatusBadge> badges(Change change) {
        var badges = new ArrayList<>(List.of(ChangeWords.originBadge(change.origin())));
        synced.apply(change.revision()).flatMap(SyncWords::badge).ifPresent(badges::add);
        return badges;
    }

    @Override
    public boolean joins(Change newer, Change older) {
        return Burst.joins(newer, older, time().zone());
    }

    @Override
    public String didTogether(List<Change> burst) {
        return ChangeWords.burst(
                burst.size(), Duration.between(burst.getLast().at(), burst.getFirst().at()));
    }

    @Override
    public String factTogether(List<Change> burst) {
        return burst.getLast().revision() + " – " + burst.getFirst().revision();
    }
}
