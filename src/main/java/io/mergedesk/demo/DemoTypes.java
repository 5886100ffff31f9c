package io.mergedesk.demo;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import java.util.List;

/// The three types of the demo, and what refers to what.
final class DemoTypes {

    static final TypeName CONTACTS = new TypeName("contacts");
    static final TypeName CONTRACTS = new TypeName("contracts");
    static final TypeName EQUIPMENT = new TypeName("equipment");

    private DemoTypes() {}

    static List<TypeDefinition> all() {
        return List.of(contacts(), contracts(), equipment());
    }

    private static TypeDefinition contacts() {
        return type(
                CONTACTS,
                "Contacts",
                "Contact",
                field("name", "Name", FieldKind.TEXT).asRequired(),
                field("company", "Company", FieldKind.TEXT),
                field("phone", "Phone", FieldKind.TEXT)
                        .withHelp("With the country code: +33 4 72 00 00 00"),
                field("email", "E-mail", FieldKind.EMAIL),
                field("city", "City", FieldKind.TEXT).grouped("Address"),
                field("status", "Status", FieldKind.CHOICE)
                        .choosing(List.of("active", "paused", "lead", "former")),
                field("street", "Street", FieldKind.TEXT).grouped("Address"),
                field("postcode", "Postcode", FieldKind.TEXT).grouped("Address"),
                field("website", "Website", FieldKind.URL),
                field("tags", "Tags", FieldKind.CHOICES)
                        .choosing(
                                List.of(
                                        "depot",
                                        "customer",
                                        "supplier",
                                        "vip",
                                        "cold store",
                                        "night delivery")),
                field("owner", "Looked after by", FieldKind.PERSON),
                field("notes", "Notes", FieldKind.LONG_TEXT));
    }

    private static TypeDefinition contracts() {
        return type(
                CONTRACTS,
                "Contracts",
                "Contract",
                field("title", "Title", FieldKind.TEXT).asRequired(),
                field("number", "Number", FieldKind.TEXT).asRequired().asUnique(),
                field("customer", "Customer", FieldKind.REFERENCE).referringTo(CONTACTS),
                field("state", "State", FieldKind.CHOICE)
                        .choosing(List.of("draft", "running", "expired")),
                field("value", "Value a year", FieldKind.MONEY),
                field("starts", "Starts", FieldKind.DATE).grouped("Term"),
                field("ends", "Ends", FieldKind.DATE).grouped("Term"),
                field("signed", "Signed", FieldKind.YES_NO),
                field("manager", "Manager", FieldKind.PERSON),
                field("terms", "Terms", FieldKind.LONG_TEXT));
    }

    private static TypeDefinition equipment() {
        return type(
                EQUIPMENT,
                "Equipment",
                "Piece of equipment",
                field("name", "Name", FieldKind.TEXT).asRequired(),
                field("serial", "Serial number", FieldKind.TEXT).asUnique(),
                field("kind", "Kind", FieldKind.CHOICE)
                        .choosing(
                                List.of(
                                        "forklift",
                                        "scanner",
                                        "cooler",
                                        "scale",
                                        "conveyor",
                                        "van")),
                field("location", "Stands at", FieldKind.REFERENCE).referringTo(CONTACTS),
                field("contract", "Contract", FieldKind.REFERENCE).referringTo(CONTRACTS),
                field("bought", "Bought", FieldKind.DATE),
                field("price", "Price", FieldKind.MONEY),
                field("checked", "Last check", FieldKind.DATE_TIME),
                field("hours", "Operating hours", FieldKind.NUMBER),
                field("working", "In service", FieldKind.YES_NO),
                field("remarks", "Remarks", FieldKind.LONG_TEXT));
    }

    private static TypeDefinition type(
            TypeName name, String label, String singular, FieldDefinition... fields) {
        return new TypeDefinition(
                name, label, singular, List.of(fields), MergeStrategy.FIELD_LEVEL_MERGE);
    }

    private static FieldDefinition field(String name, String label, FieldKind kind) {
        return FieldDefinition.of(new FieldName(name), label, kind);
    }
}
