package io.mergedesk.api;

import io.mergedesk.entities.Edit;
import io.mergedesk.sync.Arrival;
import io.mergedesk.sync.Refusal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What came of something that another system sent, as an answer over HTTP. Whatever was not taken
/// says as `refusalId` where it is kept.
final class ArrivalAnswer {

    private ArrivalAnswer() {}

    /// The answer to the system that sent it: what was taken for it since is no problem of its own.
    static ResponseEntity<Object> toSender(Arrival arrival) {
        return arrival instanceof Arrival.Over(var kept)
                        && kept.end().orElseThrow().how() == Refusal.How.TAKEN
                ? ResponseEntity.ok(Map.of("outcome", "taken", "refusalId", kept.id().value()))
                : to(arrival);
    }

    static ResponseEntity<Object> to(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Taken(var edit, var outcome) ->
                    edit instanceof Edit.Create
                            ? SaveAnswer.toCreation(outcome)
                            : SaveAnswer.to(outcome);
            case Arrival.Refused(_, var outcome, var kept) ->
                    kept(SaveAnswer.problem(outcome), kept);
            case Arrival.Unreadable(var violations, var kept) ->
                    kept(Problem.invalid(violations), kept);
            case Arrival.Over(var kept) -> kept(over(kept), kept);
        };
    }

    private static Problem over(Refusal kept) {
        var end = kept.end().orElseThrow();
        var reason = end.reason().isEmpty() ? "" : ": " + end.reason();
        return Problem.named(
                HttpStatus.CONFLICT,
                end.how().wireName(),
                "Decided before",
                switch (end.how()) {
                    case TAKEN -> end.by() + " has had it taken" + reason;
                    case DISMISSED -> end.by() + " dismissed it" + reason;
                });
    }

    private static ResponseEntity<Object> kept(Problem problem, Refusal kept) {
        return problem.with("refusalId", kept.id().value()).answer();
    }
}
