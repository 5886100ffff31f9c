package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.entities.ConflictNow;

/// Where somebody came from, as the address says it: from a record, or from a list of the desk.
record WayBack(QueryParameters query) {

    private static final String FROM = "from";
    private static final String RECORD = "record";

    boolean isFromRecord() {
        return query.getSingleParameter(FROM).filter(RECORD::equals).isPresent();
    }

    Location place(ConflictNow now) {
        return isFromRecord()
                ? new Location(record(now))
                : new Location("conflicts", MergeReading.without(query));
    }

    Anchor link(ConflictNow now) {
        var back =
                new Anchor(
                        place(now).getPathWithQueryParameters(),
                        isFromRecord() ? "← Back to the record" : "← Conflicts");
        back.addClassName("merge-back");
        return back;
    }

    Anchor toRecord(ConflictNow now) {
        var link = new Anchor(record(now), "Open the record");
        link.addClassName("merge-record");
        return link;
    }

    private static String record(ConflictNow now) {
        return "records/" + now.type().name() + "/" + now.current().id();
    }
}
