package io.mergedesk.realtime;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Which client of a person: chosen by the program, so that it is the same after a reconnect, or
/// made here.
public record ClientId(String value) {

    /// What a program may choose.
    public static final String EXPECTED = "1 to 64 letters, digits, dots, _ or -";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ClientId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("client: expected " + EXPECTED);
        }
    }

    /// The id that was chosen; empty where it is none.
    public static Optional<ClientId> parse(String text) {
        return Optional.of(text)
                .filter(chosen -> FORM.matcher(chosen).matches())
                .map(ClientId::new);
    }

    static ClientId random(RandomGenerator random) {
        return new ClientId("c-%016x".formatted(random.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
