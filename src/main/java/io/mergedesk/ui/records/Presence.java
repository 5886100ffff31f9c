package io.mergedesk.ui.records;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who looks at which records now, on this node.
@Component
class Presence {

    private final Set<Seat> seats = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();

    /// Somebody at a place.
    record Here(UserId id, String name, TypeName type, Optional<EntityId> entity, boolean editing) {

        String words() {
            return name + " is " + (editing ? "editing" : "looking");
        }
    }

    /// One open page.
    final class Seat implements Subscription {

        private final BooleanSupplier answers;
        private volatile Here here;

        private Seat(Here here, BooleanSupplier answers) {
            this.here = here;
            this.answers = answers;
        }

        void move(TypeName type, Optional<EntityId> entity, boolean editing) {
            var before = here;
            here = new Here(before.id(), before.name(), type, entity, editing);
            if (!here.equals(before)) {
                tell();
            }
        }

        @Override
        public void close() {
            if (seats.remove(this)) {
                tell();
            }
        }
    }

    /// Takes a seat until it is closed.
    ///
    /// @param answers whether the page is still there: one whose browser broke down closes nothing
    Seat enter(UserId id, String name, TypeName type, BooleanSupplier answers) {
        var seat = new Seat(new Here(id, name, type, Optional.empty(), false), answers);
        seats.add(seat);
        tell();
        return seat;
    }

    /// Everybody else at records of the type, each once; those who edit first.
    List<Here> at(TypeName type, UserId except) {
        return distinct(all(except).filter(here -> here.type().equals(type)));
    }

    /// Everybody else at that record, each once; those who edit first.
    List<Here> at(EntityId entity, UserId except) {
        return distinct(
                all(except).filter(here -> here.entity().filter(entity::equals).isPresent()));
    }

    /// Everybody else by the record of the type that they have open, at each record once.
    Map<EntityId, List<Here>> byEntity(TypeName type, UserId except) {
        return all(except)
                .filter(here -> here.type().equals(type) && here.entity().isPresent())
                .collect(
                        groupingBy(
                                here -> here.entity().orElseThrow(),
                                collectingAndThen(toList(), here -> distinct(here.stream()))));
    }

    /// Calls back, from any thread, whenever somebody comes, goes or moves.
    Subscription onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    private Stream<Here> all(UserId except) {
        return seats.stream()
                .filter(seat -> seat.answers.getAsBoolean())
                .map(seat -> seat.here)
                .filter(here -> !here.id().equals(except));
    }

    private static List<Here> distinct(Stream<Here> people) {
        var ids = ConcurrentHashMap.<UserId>newKeySet();
        return people.sorted((one, other) ->
                        one.editing() == other.editing()
                                ? one.name().compareTo(other.name())
                                : Boolean.compare(other.editing(), one.editing()))
                .filter(here -> ids.add(here.id()))
                .toList();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
