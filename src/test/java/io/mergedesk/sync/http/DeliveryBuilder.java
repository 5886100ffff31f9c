package io.mergedesk.sync.http;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.Delivery;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.Message;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.RetryPolicy;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetSecrets;
import io.mergedesk.sync.TargetState;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A delivery of an update of a contact.
final class DeliveryBuilder {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String JOB = "0193a5f0-0000-7000-8000-000000000001";
    static final String ENTITY = "0193a5f0-0000-7000-8000-00000000000a";
    static final SiteId SITE = new SiteId("lyon");

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");

    private URI url = URI.create("https://hooks.example/in");
    private boolean allowPrivate;
    private RestMapping rest = RestMapping.NONE;
    private TargetKind kind = TargetKind.WEBHOOK;
    private EventName event = EventName.ENTITY_UPDATED;
    private Origin origin = Origin.UI;
    private final TreeMap<FieldName, FieldValue> fields = new TreeMap<>();
    private final List<FieldName> changed = new ArrayList<>();
    private TargetSecrets secrets = new TargetSecrets(Optional.of(SECRET), Optional.empty());
    private Optional<String> body = Optional.empty();
    private Optional<String> etag = Optional.empty();
    private Optional<ConflictId> conflict = Optional.empty();

    private DeliveryBuilder() {}

    static DeliveryBuilder aDelivery() {
        return new DeliveryBuilder();
    }

    DeliveryBuilder to(URI newUrl) {
        url = newUrl;
        return this;
    }

    /// To another process of this machine.
    DeliveryBuilder inside(URI newUrl) {
        allowPrivate = true;
        return to(newUrl);
    }

    DeliveryBuilder by(RestMapping mapping) {
        kind = TargetKind.REST;
        rest = mapping;
        secrets =
                new TargetSecrets(
                        Optional.of("Bearer let-me-in"),
                        Optional.empty(),
                        Map.of("X-Tenant", "3", "X-Api-Key", "hidden"));
        return this;
    }

    DeliveryBuilder of(EventName newEvent) {
        event = newEvent;
        return this;
    }

    DeliveryBuilder from(Origin newOrigin) {
        origin = newOrigin;
        return this;
    }

    DeliveryBuilder of(ConflictId newConflict) {
        conflict = Optional.of(newConflict);
        return of(EventName.SYNC_CONFLICT);
    }

    DeliveryBuilder with(String field, FieldValue value) {
        fields.put(new FieldName(field), value);
        return this;
    }

    DeliveryBuilder with(String field, String text) {
        return with(field, new FieldValue.Text(text));
    }

    DeliveryBuilder changing(String... names) {
        for (var name : names) {
            changed.add(new FieldName(name));
        }
        return this;
    }

    DeliveryBuilder signedBy(String current, String previous) {
        secrets = new TargetSecrets(Optional.of(current), Optional.of(previous));
        return this;
    }

    DeliveryBuilder edited(String newBody) {
        body = Optional.of(newBody);
        return this;
    }

    DeliveryBuilder knowing(String newEtag) {
        etag = Optional.of(newEtag);
        return this;
    }

    Message message() {
        return new Message(
                event,
                EntityId.parse(ENTITY),
                new TypeName("contacts"),
                new Sequence(1234),
                new Revision(7),
                VersionVector.EMPTY.bump(SITE).bump(SITE).bump(new SiteId("paris")),
                new UserId("anna"),
                AT,
                origin,
                new FieldValues(fields),
                changed,
                conflict);
    }

    Delivery build() {
        var definition =
                new TargetDefinition(
                        "there",
                        kind,
                        url,
                        Set.of(new Pattern("entity:*")),
                        Set.of(),
                        List.of(),
                        Priority.MEDIUM,
                        RetryPolicy.DEFAULT,
                        allowPrivate,
                        false,
                        TargetDefinition.USUAL_CONCURRENCY,
                        rest);
        return new Delivery(
                JobId.parse(JOB),
                1,
                new Target(
                        new TargetId(1),
                        definition,
                        TargetState.ACTIVE,
                        Optional.empty(),
                        Sequence.START,
                        1,
                        AT,
                        new UserId("admin")),
                secrets,
                message(),
                body,
                etag);
    }
}
