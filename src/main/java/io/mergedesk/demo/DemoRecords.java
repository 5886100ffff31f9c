package io.mergedesk.demo;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes up the values of one demo record after the other.
final class DemoRecords {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final List<UserId> PEOPLE =
            List.of(new UserId("user"), new UserId("supervisor"), new UserId("admin"));

    private final DemoWords words;
    private final LocalDate today;

    DemoRecords(DemoWords words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    Patch contact() {
        var city = words.city();
        var place = words.place();
        var company = words.company(place);
        var fields = new Fields();
        fields.text("name", place + " " + city.name());
        fields.text("company", company);
        fields.text("phone", words.phone(city));
        fields.text("email", "office." + words.between(100, 999) + "@example.org");
        fields.text("city", city.name());
        fields.text("street", words.street());
        fields.text("postcode", city.postcode());
        fields.text(
                "status",
                words.oneOf(List.of("active", "active", "active", "paused", "lead", "former")));
        if (words.oneIn(2)) {
            fields.text("website", "https://example.org/" + slug(company));
        }
        if (!words.oneIn(3)) {
            var tags = new TreeSet<String>();
            tags.add(words.oneOf(List.of("depot", "customer", "supplier")));
            tags.add(words.oneOf(List.of("vip", "cold store", "night delivery", "customer")));
            fields.set("tags", new FieldValue.Choices(tags));
        }
        fields.set("owner", new FieldValue.Person(words.oneOf(PEOPLE)));
        if (!words.oneIn(3)) {
            fields.text("notes", words.remarks());
        }
        return fields.patch();
    }

    Patch contract(int number, EntityId customer) {
        var starts = today.minusDays(words.between(0, 900));
        var fields = new Fields();
        fields.text(
                "title",
                words.oneOf(List.of("Maintenance", "Rental", "Delivery", "Cleaning", "Storage"))
                        + " "
                        + words.place());
        fields.text("number", "C-%d-%04d".formatted(starts.getYear(), number));
        fields.set("customer", new FieldValue.Reference(customer));
        fields.text(
                "state", words.oneOf(List.of("draft", "running", "running", "running", "expired")));
        fields.set(
                "value", new FieldValue.Money(new BigDecimal(words.between(12, 480) * 50), EURO));
        fields.set("starts", new FieldValue.Day(starts));
        fields.set("ends", new FieldValue.Day(starts.plusYears(words.between(1, 3))));
        fields.set("signed", new FieldValue.YesNo(!words.oneIn(4)));
        fields.set("manager", new FieldValue.Person(words.oneOf(PEOPLE)));
        if (words.oneIn(2)) {
            fields.text("terms", "Notice of three months.\n" + words.remarks());
        }
        return fields.patch();
    }

    Patch equipment(int number, EntityId location, Optional<EntityId> contract) {
        var kind =
                words.oneOf(List.of("forklift", "scanner", "cooler", "scale", "conveyor", "van"));
        var fields = new Fields();
        fields.text(
                "name",
                kind.substring(0, 1).toUpperCase(Locale.ROOT)
                        + kind.substring(1)
                        + " "
                        + words.between(1, 60));
        fields.text("serial", "SN-%06d".formatted(100_000 + number * 7));
        fields.text("kind", kind);
        fields.set("location", new FieldValue.Reference(location));
        contract.ifPresent(id -> fields.set("contract", new FieldValue.Reference(id)));
        fields.set("bought", new FieldValue.Day(today.minusDays(words.between(30, 3000))));
        fields.set("price", new FieldValue.Money(new BigDecimal(words.between(100, 90_000)), EURO));
        fields.set(
                "checked",
                new FieldValue.Moment(
                        instant(today).minus(Duration.ofHours(words.between(10, 9000)))));
        fields.set(
                "hours",
                new FieldValue.Decimal(new BigDecimal(words.between(0, 90_000)).movePointLeft(1)));
        fields.set("working", new FieldValue.YesNo(!words.oneIn(6)));
        if (words.oneIn(3)) {
            fields.text("remarks", words.remarks());
        }
        return fields.patch();
    }

    /// What somebody changed on a contact later.
    Patch laterChange() {
        var fields = new Fields();
        switch (words.between(0, 3)) {
            case 0 -> fields.text("phone", words.phone(words.city()));
            case 1 -> fields.text("status", words.oneOf(List.of("active", "paused")));
            case 2 -> fields.text("notes", words.remarks() + "\nCalled back.");
            default -> fields.set("owner", new FieldValue.Person(words.oneOf(PEOPLE)));
        }
        return fields.patch();
    }

    /// What somebody learned who called.
    Patch reached() {
        var fields = new Fields();
        fields.text("phone", words.phone(words.city()));
        fields.text("notes", words.remarks() + "\nCalled, will call back.");
        return fields.patch();
    }

    /// What somebody changed who did not call.
    Patch retagged() {
        var fields = new Fields();
        fields.text("status", words.oneOf(List.of("active", "paused", "former")));
        fields.set("tags", new FieldValue.Choices(new TreeSet<>(List.of("customer", "vip"))));
        return fields.patch();
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }

    private static String slug(String company) {
        return company.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static final class Fields {

        private final TreeMap<FieldName, Optional<FieldValue>> values = new TreeMap<>();

        void text(String name, String text) {
            set(name, new FieldValue.Text(text));
        }

        void set(String name, FieldValue value) {
            values.put(new FieldName(name), Optional.of(value));
        }

        Patch patch() {
            return new Patch(values);
        }
    }
}
