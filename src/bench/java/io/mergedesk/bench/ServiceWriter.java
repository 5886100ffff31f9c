package io.mergedesk.bench;

import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import java.util.List;

/// Changes the phone numbers of its share of the contacts in turn, through the service.
final class ServiceWriter implements Load.Work {

    private final EntityService service;
    private final List<Entity> contacts;
    private final int workers;
    private int place;

    /// @param contacts those of all workers; this one takes each `workers`th
    ServiceWriter(EntityService service, List<Entity> contacts, int worker, int workers) {
        this.service = service;
        this.contacts = contacts;
        this.workers = workers;
        this.place = worker;
    }

    @Override
    public void once() {
        var contact = contacts.get(place);
        var phone = Contacts.phone(place, contact.revision().number());
        var edit = new Edit.Update(contact.id(), contact.revision(), Contacts.calling(phone));
        contacts.set(place, Contacts.written(service.save(edit, Contacts.AUTHOR)));
        place = (place + workers) % contacts.size();
    }
}
