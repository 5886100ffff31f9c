package io.mergedesk.bench;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Revision;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// A type of ten fields, and as many entities of it as wanted, the same ones from the same seed.
///
/// Nothing that is closed is insured, so those two conditions together find nothing although each
/// alone finds much. Half of the entities belong to one of twenty teams.
final class Orders {

    static final TypeName TYPE = new TypeName("orders");
    static final List<String> CITIES =
            List.of("Lyon", "Hamburg", "Porto", "Gdansk", "Malmo", "Graz", "Utrecht", "Split");
    static final List<String> SORTABLE =
            List.of("name", "code", "city", "status", "credit", "fee", "since", "insured", "mail");

    private static final List<String> STATUSES = List.of("open", "paused", "closed", "void");
    private static final List<String> FIRST =
            List.of("Anna", "Ben", "Clara", "David", "Emil", "Frida", "Goran", "Hanna", "Ivo");
    private static final String SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me";
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final UserId LOADER = new UserId("loader");

    private final Random random;
    private final SiteId site;
    private final String[] syllables = SYLLABLES.split(" ", -1);

    Orders(long seed, SiteId site) {
        this.random = new Random(seed);
        this.site = site;
    }

    static TypeDefinition definition() {
        return new TypeDefinition(
                TYPE,
                "Orders",
                "Order",
                List.of(
                        Contacts.field("name", FieldKind.TEXT).asRequired(),
                        Contacts.field("code", FieldKind.TEXT).asUnique(),
                        Contacts.field("city", FieldKind.TEXT),
                        Contacts.field("status", FieldKind.CHOICE).choosing(STATUSES),
                        Contacts.field("credit", FieldKind.NUMBER),
                        Contacts.field("fee", FieldKind.MONEY),
                        Contacts.field("since", FieldKind.DATE),
                        Contacts.field("insured", FieldKind.YES_NO),
                        Contacts.field("mail", FieldKind.EMAIL),
                        Contacts.field("notes", FieldKind.LONG_TEXT)),
                MergeStrategy.FIELD_LEVEL_MERGE);
    }

    Entity next(int number) {
        var time = HybridTime.at(START.plus(Duration.ofSeconds(37L * number)));
        return new Entity(
                new EntityId(id(number)),
                TYPE,
                new Version(Revision.NONE.next(), VersionVector.EMPTY.bump(site), time),
                values(number),
                EntityStatus.SYNCED,
                false,
                time.instant(),
                LOADER,
                LOADER);
    }

    /// A UUID of version 7 at the time of its creation.
    private UUID id(int number) {
        long millis = START.toEpochMilli() + 37_000L * number;
        return new UUID(
                millis << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() >>> 2 | 0x8000_0000_0000_0000L);
    }

    private FieldValues values(int number) {
        var first = FIRST.get(random.nextInt(FIRST.size()));
        var last = word();
        var status = STATUSES.get(random.nextInt(10) < 6 ? 0 : random.nextInt(4));
        var values = new TreeMap<FieldName, FieldValue>();
        text(values, "name", first + " " + last);
        text(values, "code", "K-" + number);
        text(values, "city", CITIES.get(random.nextInt(CITIES.size())));
        text(values, "status", status);
        values.put(
                new FieldName("credit"),
                new FieldValue.Decimal(BigDecimal.valueOf(random.nextInt(1_000_000), 2)));
        values.put(
                new FieldName("fee"),
                new FieldValue.Money(
                        BigDecimal.valueOf(random.nextInt(50_000), 2),
                        Currency.getInstance("EUR")));
        values.put(
                new FieldName("since"),
                new FieldValue.Day(LocalDate.EPOCH.plusDays(random.nextInt(20_000))));
        values.put(
                new FieldName("insured"),
                new FieldValue.YesNo(!status.equals("closed") && random.nextBoolean()));
        text(values, "mail", last.toLowerCase(java.util.Locale.ROOT) + number + "@example.org");
        text(values, "notes", "Wants " + word() + " " + word());
        if (random.nextBoolean()) {
            text(values, FieldName.TEAM.value(), "team" + random.nextInt(20));
        }
        return new FieldValues(values);
    }

    private static void text(Map<FieldName, FieldValue> values, String field, String text) {
        values.put(new FieldName(field), new FieldValue.Text(text));
    }

    /// One of 5,832 made-up words.
    private String word() {
        return syllable().toUpperCase(java.util.Locale.ROOT).charAt(0)
                + syllable()
                + syllable()
                + syllable();
    }

    private String syllable() {
        return syllables[random.nextInt(syllables.length)];
    }
}
