package io.mergedesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A CSV file of people with twelve columns, the same ones each time.
record PeopleFile(int rows) {

    private static final String HEADER =
            "number,name,email,phone,street,city,zip,country,birthday,amount,active,note";
    private static final List<String> COUNTRIES = List.of("FR", "DE", "IT", "ES");

    /// @param street what all their streets are called: another one makes another file
    Path writeTo(Path file, String street) throws IOException {
        var random = new Random(7);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (int i = 0; i < rows; i++) {
                out.write(row(i, street, random));
            }
        }
        return file;
    }

    private static String row(int i, String street, Random random) {
        return "C-%06d,Person %s %d,person%d@example.org,+33 4 72 %06d,%d %s,City %d,%05d,%s,%s,%d.%02d,%s,Called about the order number %d\n"
                .formatted(
                        i,
                        Integer.toString(random.nextInt(1 << 20), 36).toUpperCase(Locale.ROOT),
                        i,
                        i,
                        random.nextInt(1_000_000),
                        random.nextInt(900) + 1,
                        street,
                        random.nextInt(300),
                        random.nextInt(100_000),
                        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                        LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
                        random.nextInt(10_000),
                        random.nextInt(100),
                        random.nextBoolean() ? "yes" : "no",
                        random.nextInt(100_000));
    }
}
