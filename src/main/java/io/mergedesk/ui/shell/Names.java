package io.mergedesk.ui.shell;

import io.mergedesk.common.UserId;
import io.mergedesk.security.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The names people are shown by, kept for a few seconds since every row asks for some.
@Component
public class Names {

    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private final People people;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    private record Known(
            List<io.mergedesk.security.Person> all,
            Map<UserId, io.mergedesk.security.Person> byId,
            Instant readAt) {}

    Names(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    /// The display name; the account name of somebody who is not there any more.
    public String of(UserId id) {
        var person = known().byId().get(id);
        return person == null ? id.value() : person.displayName();
    }

    /// Everybody who may be named in a field, by display name.
    public List<UserId> active() {
        return known().all().stream()
                .filter(person -> !person.disabled())
                .sorted((one, other) -> one.displayName().compareToIgnoreCase(other.displayName()))
                .map(io.mergedesk.security.Person::id)
                .toList();
    }

    private Known known() {
        var kept = known;
        var now = clock.instant();
        if (kept == null || kept.readAt().plus(MAX_AGE).isBefore(now)) {
            var all = people.all();
            kept =
                    new Known(
                            all,
                            all.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    io.mergedesk.security.Person::id,
                                                    Function.identity())),
                            now);
            known = kept;
        }
        return kept;
    }
}
