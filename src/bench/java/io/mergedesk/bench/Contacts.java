package io.mergedesk.bench;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Contacts with twelve fields, and edits of the phone number of one.
final class Contacts {

    static final TypeName TYPE = new TypeName("contacts");
    static final FieldName PHONE = new FieldName("phone");
    static final Author AUTHOR =
            Author.of(new Actor(new UserId("bench"), Role.ADMIN, Set.of()), Origin.API);

    private static final List<String> CITIES =
            List.of("Lyon", "Hamburg", "Porto", "Gdańsk", "Malmö", "Graz", "Utrecht", "Split");

    private Contacts() {}

    static void define(TypeService types) {
        types.create(
                new TypeDefinition(
                        TYPE,
                        "Contacts",
                        "Contact",
                        List.of(
                                field("name", FieldKind.TEXT).asRequired(),
                                field("phone", FieldKind.TEXT),
                                field("mail", FieldKind.EMAIL),
                                field("code", FieldKind.TEXT).asUnique(),
                                field("status", FieldKind.CHOICE)
                                        .choosing(List.of("active", "paused", "closed")),
                                field("tags", FieldKind.CHOICES)
                                        .choosing(List.of("depot", "export", "vip")),
                                field("credit", FieldKind.NUMBER),
                                field("fee", FieldKind.MONEY),
                                field("since", FieldKind.DATE),
                                field("insured", FieldKind.YES_NO),
                                field("city", FieldKind.TEXT),
                                field("notes", FieldKind.LONG_TEXT)),
                        MergeStrategy.FIELD_LEVEL_MERGE),
                AUTHOR.actor());
    }

    static FieldDefinition field(String name, FieldKind kind) {
        return FieldDefinition.of(
                new FieldName(name),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                kind);
    }

    /// Makes that many of them, through the write path.
    static List<Entity> create(EntityService service, int count, String codes) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < count; i++) {
            edits.add(new Edit.Create(TYPE, contact(i, codes)));
        }
        return service.saveAll(edits, AUTHOR).stream().map(Contacts::written).toList();
    }

    static Entity written(SaveOutcome outcome) {
        if (outcome instanceof SaveOutcome.Applied(var entity)) {
            return entity;
        }
        throw new IllegalStateException("expected a written edit, got " + outcome);
    }

    private static Patch contact(int i, String codes) {
        var city = CITIES.get(i % CITIES.size());
        var values = new TreeMap<FieldName, Optional<FieldValue>>();
        put(values, "name", FieldKind.TEXT, "Contact number " + i + " of " + city);
        put(values, "phone", FieldKind.TEXT, phone(i, 0));
        put(values, "mail", FieldKind.EMAIL, "contact" + i + "@example.org");
        put(values, "code", FieldKind.TEXT, codes + "-" + i);
        put(values, "status", FieldKind.CHOICE, i % 3 == 0 ? "paused" : "active");
        put(values, "tags", FieldKind.CHOICES, i % 2 == 0 ? "depot; vip" : "export");
        put(values, "credit", FieldKind.NUMBER, Integer.toString(i * 10));
        put(values, "fee", FieldKind.MONEY, (i % 97) + ".50 EUR");
        put(values, "since", FieldKind.DATE, "20" + (10 + i % 15) + "-03-01");
        put(values, "insured", FieldKind.YES_NO, i % 2 == 0 ? "yes" : "no");
        put(values, "city", FieldKind.TEXT, city);
        put(
                values,
                "notes",
                FieldKind.LONG_TEXT,
                "Calls back in the morning, asks for number " + i);
        return Patch.of(values);
    }

    private static void put(
            SortedMap<FieldName, Optional<FieldValue>> values,
            String name,
            FieldKind kind,
            String text) {
        if (FieldText.read(kind, text) instanceof Reading.Value(var value)) {
            values.put(new FieldName(name), Optional.of(value));
        } else {
            throw new IllegalStateException("expected a " + kind + ", got " + text);
        }
    }

    /// Another phone number for each turn, some of which come again.
    static String phone(int contact, long turn) {
        return "+33 4 " + (contact % 90 + 10) + " " + (100_000 + turn % 16 * 37 + contact);
    }

    static Patch calling(String phone) {
        var values = new TreeMap<FieldName, Optional<FieldValue>>();
        values.put(PHONE, Optional.of(new FieldValue.Text(phone)));
        return new Patch(values);
    }
}
