package io.mergedesk.demo;

import java.util.List;
import java.util.Random;

/// Picks words that look like an office's records, always the same for the same seed. Addresses
/// lead nowhere (example.org).
final class DemoWords {

    private static final List<String> BEGINNINGS =
            List.of(
                    "Northwind",
                    "Quay",
                    "Riverside",
                    "Station",
                    "Dupond & fils",
                    "Harbour",
                    "Lindqvist",
                    "Moreau",
                    "Alpine",
                    "Old Mill",
                    "Søndergaard",
                    "Castell",
                    "Vega",
                    "Hanse",
                    "Bellecour",
                    "Greenfield",
                    "Kovač",
                    "Marchetti",
                    "Oakwood",
                    "Pelican",
                    "Saint-Éloi",
                    "Tideway",
                    "Ullmann",
                    "Westgate",
                    "Zephyr");
    private static final List<String> ENDINGS =
            List.of(
                    "depot",
                    "workshop",
                    "office",
                    "kiosk",
                    "warehouse",
                    "market",
                    "logistics",
                    "bakery",
                    "garage",
                    "clinic",
                    "studio",
                    "print shop",
                    "cold store",
                    "yard",
                    "pharmacy",
                    "bookshop");
    private static final List<String> FORMS =
            List.of("SARL", "GmbH", "Ltd", "AB", "S.p.A.", "ApS", "SAS", "BV");
    private static final List<City> CITIES =
            List.of(
                    new City("Lyon", "+33 4 72", "69001"), new City("Hamburg", "+49 40", "20095"),
                    new City("London", "+44 20", "EC1A 1BB"),
                            new City("Paris", "+33 1 44", "75001"),
                    new City("Malmö", "+46 40", "211 22"), new City("Torino", "+39 011", "10121"),
                    new City("København", "+45 33", "1550"), new City("Zürich", "+41 44", "8001"),
                    new City("Antwerpen", "+32 3", "2000"), new City("Gdańsk", "+48 58", "80-001"),
                    new City("Bilbao", "+34 94", "48001"), new City("Graz", "+43 316", "8010"));
    private static final List<String> STREETS =
            List.of(
                    "quai de Saône",
                    "Hafenstraße",
                    "Mill Lane",
                    "rue de la Gare",
                    "Stortorget",
                    "Via Roma",
                    "Nyhavn",
                    "Bahnhofstrasse",
                    "Kaai",
                    "ulica Długa",
                    "Gran Vía",
                    "Murgasse");
    private static final List<String> REMARKS =
            List.of(
                    "Ring twice at the side door.",
                    "Deliveries before nine only.",
                    "Invoice goes to head office.",
                    "Ask for the key at reception.",
                    "Parking in the yard, mind the dog.",
                    "Closed on Wednesdays.",
                    "Prefers e-mail to phone.",
                    "New contact person since spring.",
                    "Pays on time.");

    /// A city, the beginning of its phone numbers, and a postcode.
    record City(String name, String phone, String postcode) {}

    private final Random random;

    DemoWords(long seed) {
        random = new Random(seed);
    }

    <T> T oneOf(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    City city() {
        return oneOf(CITIES);
    }

    String place() {
        return oneOf(BEGINNINGS) + " " + oneOf(ENDINGS);
    }

    String company(String place) {
        int space = place.lastIndexOf(' ');
        return place.substring(0, space) + " " + oneOf(FORMS);
    }

    String street() {
        return between(1, 140) + " " + oneOf(STREETS);
    }

    String phone(City city) {
        return "%s %02d %02d %02d"
                .formatted(city.phone(), between(0, 99), between(0, 99), between(0, 99));
    }

    String remarks() {
        return oneIn(2) ? oneOf(REMARKS) : oneOf(REMARKS) + "\n" + oneOf(REMARKS);
    }
}
