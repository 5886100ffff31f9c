package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.UserId;
import io.mergedesk.realtime.ClientId;
import io.mergedesk.realtime.Connections;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkId;
import io.mergedesk.realtime.LinkOutcome;
import io.mergedesk.realtime.Links;
import io.mergedesk.security.CurrentActor;
import java.net.URI;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Connections in and out, for admins.
@RestController
@RequestMapping("/api/v1/realtime")
class RealtimeController implements RealtimeDescription {

    private static final String ADMINS_ONLY = "Only admins see connections and links.";

    private static final String LINKS = "/api/v1/realtime/links/";

    private final Connections connections;
    private final Links links;
    private final CurrentActor current;

    RealtimeController(Connections connections, Links links, CurrentActor current) {
        this.connections = connections;
        this.links = links;
        this.current = current;
    }

    @Override
    @GetMapping("/connections")
    public ListJson<ClientJson> connections() {
        return new ListJson<>(connections.all(admin()).stream().map(ClientJson::of).toList(), null);
    }

    @Override
    @DeleteMapping("/connections/{person}/{client}")
    public ResponseEntity<Object> close(@PathVariable String person, @PathVariable String client) {
        var admin = admin();
        try {
            var closing = connections.close(admin, new UserId(person), new ClientId(client));
            if (closing == Connections.Closing.DONE) {
                return ResponseEntity.noContent().build();
            }
        } catch (IllegalArgumentException _) {
            // nobody is called that
        }
        return Problem.notFound("no such client is connected to this server").answer();
    }

    @Override
    @GetMapping("/links")
    public ListJson<LinkJson> links() {
        return new ListJson<>(links.all(admin()).stream().map(LinkJson::of).toList(), null);
    }

    @Override
    @PostMapping(path = "/links", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> create(JsonBody body) {
        var admin = admin();
        var outcome = links.add(admin, SentLink.read(body));
        return outcome instanceof LinkOutcome.Done(var link)
                ? ResponseEntity.created(URI.create(LINKS + link.id())).body(shown(link, admin))
                : answer(outcome, admin);
    }

    @Override
    @PostMapping("/links/{id}/pause")
    public ResponseEntity<Object> pause(@PathVariable String id) {
        return change(id, links::pause);
    }

    @Override
    @PostMapping("/links/{id}/resume")
    public ResponseEntity<Object> resume(@PathVariable String id) {
        return change(id, links::resume);
    }

    @Override
    @PostMapping("/links/{id}/try")
    public ResponseEntity<Object> tryNow(@PathVariable String id) {
        return change(id, links::tryNow);
    }

    @Override
    @DeleteMapping("/links/{id}")
    public ResponseEntity<Object> remove(@PathVariable String id) {
        var admin = admin();
        var outcome = links.remove(admin, link(id));
        return outcome instanceof LinkOutcome.Done
                ? ResponseEntity.noContent().build()
                : answer(outcome, admin);
    }

    private ResponseEntity<Object> change(String id, BiFunction<Actor, LinkId, LinkOutcome> work) {
        var admin = admin();
        return answer(work.apply(admin, link(id)), admin);
    }

    private ResponseEntity<Object> answer(LinkOutcome outcome, Actor admin) {
        return switch (outcome) {
            case LinkOutcome.Done(var link) -> ResponseEntity.ok(shown(link, admin));
            case LinkOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case LinkOutcome.Missing _ -> Problem.notFound("there is no such link").answer();
            case LinkOutcome.Forbidden _ -> Problem.of(HttpStatus.FORBIDDEN, ADMINS_ONLY).answer();
        };
    }

    private LinkJson shown(Link link, Actor admin) {
        return links.all(admin).stream()
                .filter(one -> one.link().id().equals(link.id()))
                .map(LinkJson::of)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("there is no such link").rejected());
    }

    private Actor admin() {
        return Admins.require(current, ADMINS_ONLY);
    }

    private static LinkId link(String id) {
        try {
            return LinkId.parse(id);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("there is no such link").rejected();
        }
    }
}
