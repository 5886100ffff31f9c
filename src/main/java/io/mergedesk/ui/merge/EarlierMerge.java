package io.mergedesk.ui.merge;

import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Side;
import io.mergedesk.conflicts.ThreeWayMerge;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.ui.fields.Viewer;
import java.util.Map;
import java.util.Optional;

/// The merge as somebody saw it on an earlier visit, so that it can be told what of their decisions
/// is still true.
final class EarlierMerge {

    private EarlierMerge() {}

    static Optional<ConflictNow> at(ConflictNow now, Revision seen, Viewer viewer) {
        return viewer.services()
                .entities()
                .at(now.current().id(), seen, viewer.actor())
                .map(then -> {
                    var theirs =
                            new Side(
                                    then.values(),
                                    then.deleted(),
                                    now.merge().theirs().stamp(),
                                    Map.of(),
                                    Map.of());
                    return new ConflictNow(
                            now.conflict(),
                            now.type(),
                            now.current(),
                            now.base(),
                            ThreeWayMerge.merge(
                                    now.merge().base(),
                                    theirs,
                                    now.merge().mine(),
                                    now.merge().policy()),
                            seen,
                            now.theirs());
                });
    }
}
