package io.mergedesk.ui.fields;

import io.mergedesk.desk.Followings;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventBus;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.Names;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// All that screens with records on them ask.
@Component
public record Services(
        EntityService entities,
        Conflicts conflicts,
        TypeService types,
        Drafts drafts,
        Followings followings,
        EntityIds ids,
        EventBus bus,
        Names names,
        CurrentAccount account,
        CurrentActor actors,
        InstantSource clock) {}
