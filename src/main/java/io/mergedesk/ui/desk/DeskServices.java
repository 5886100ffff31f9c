package io.mergedesk.ui.desk;

import io.mergedesk.desk.Bulk;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.Inbox;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.ui.fields.Services;
import org.springframework.stereotype.Component;

/// All that the screens of the desk ask, beside what screens with records ask.
@Component
record DeskServices(Desk desk, Bulk bulk, Inbox inbox, Conflicts conflicts, Services records) {}
