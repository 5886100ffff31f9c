package io.mergedesk.ui;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.sync.EditStatus;
import io.mergedesk.sync.EditStatuses;
import io.mergedesk.sync.EditSync;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// What became of edits, as a test says.
public final class ToldEdits implements EditStatuses {

    private final Map<String, EditSync> known = new ConcurrentHashMap<>();

    public void say(EntityId entity, long revision, String target, EditStatus status) {
        known.put(entity + " " + revision, new EditSync(new TreeMap<>(Map.of(target, status))));
    }

    @Override
    public Map<Revision, EditSync> of(EntityId entity, Collection<Revision> revisions) {
        var found = new HashMap<Revision, EditSync>();
        for (var revision : revisions) {
            var sync = known.get(entity + " " + revision.number());
            if (sync != null) {
                found.put(revision, sync);
            }
        }
        return found;
    }
}
