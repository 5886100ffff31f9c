package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.FollowOutcome;
import io.mergedesk.desk.Followings;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What the person who asks follows or mutes.
@RestController
class FollowingController implements FollowingDescription {

    private static final String OF_ENTITY = "/api/v1/entities/{id}/following";

    private final Followings followings;
    private final CurrentActor current;

    FollowingController(Followings followings, CurrentActor current) {
        this.followings = followings;
        this.current = current;
    }

    @Override
    @GetMapping("/api/v1/following")
    public ListJson<FollowingJson> all() {
        return new ListJson<>(
                followings.all(current.require()).entrySet().stream()
                        .map(one -> FollowingJson.of(one.getKey().id(), one.getValue()))
                        .toList(),
                null);
    }

    @Override
    @GetMapping(OF_ENTITY)
    public FollowingJson read(@PathVariable String id) {
        var entity = EntityPath.entity(id);
        return followings
                .of(entity, current.require())
                .map(attention -> FollowingJson.of(entity, attention))
                .orElseThrow(() -> EntityPath.missing(id).rejected());
    }

    @Override
    @PutMapping(path = OF_ENTITY, consumes = MediaType.APPLICATION_JSON_VALUE)
    public FollowingJson change(@PathVariable String id, JsonBody body) {
        read(id); // what is not shared does not exist, whatever is sent
        return set(EntityPath.entity(id), attention(body));
    }

    @Override
    @DeleteMapping(OF_ENTITY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void delete(@PathVariable String id) {
        set(EntityPath.entity(id), Attention.USUAL);
    }

    private FollowingJson set(EntityId entity, Attention attention) {
        return switch (followings.set(entity, attention, current.require())) {
            case FollowOutcome.Set(var now) -> FollowingJson.of(entity, now);
            case FollowOutcome.Missing _ -> throw EntityPath.missing(entity.toString()).rejected();
            case FollowOutcome.TooMany(var most) ->
                    throw Problem.invalid(
                                    List.of(
                                            new Violation(
                                                    "attention",
                                                    "attention: expected at most %,d followed or muted entities"
                                                            .formatted(most))))
                            .rejected();
        };
    }

    private static Attention attention(JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("attention"));
        var attention = sent.read("attention", "follow, mute or usual", Attention::parse);
        if (attention.isEmpty() && violations.isEmpty()) {
            sent.refuse("attention", "expected follow, mute or usual");
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return attention.orElseThrow();
    }
}
