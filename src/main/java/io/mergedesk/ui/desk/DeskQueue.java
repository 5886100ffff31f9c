package io.mergedesk.ui.desk;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.Desk;
import io.mergedesk.ui.merge.ConflictQueue;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Next and previous in the order of the list that a conflict was opened from.
@Component
class DeskQueue implements ConflictQueue {

    private final Desk desk;

    DeskQueue(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Optional<ConflictId> from(
            ConflictId here, boolean forward, QueryParameters list, Actor actor) {
        var query = DeskAddress.read(list, actor.id()).query();
        return desk.beside(here, forward ? query : query.fromTheEnd(), actor).map(Conflict::id);
    }
}
