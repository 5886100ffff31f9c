package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Sha256;
import io.mergedesk.common.UserId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Answers a request that carries a known idempotency key as it was answered the first time.
final class Replay {

    private final IdempotencyStore store;
    private final History history;
    private final ConflictMerges merges;
    private final InstantSource clock;

    Replay(IdempotencyStore store, History history, ConflictMerges merges, InstantSource clock) {
        this.store = store;
        this.history = history;
        this.merges = merges;
        this.clock = clock;
    }

    Optional<SaveOutcome> find(List<Edit> edits, Author author) {
        return author.idempotencyKey()
                .flatMap(key -> store.find(author.actor().id(), key))
                .map(answer -> outcomeOf(answer, edits));
    }

    private SaveOutcome outcomeOf(IdempotencyStore.Answer answer, List<Edit> edits) {
        if (!answer.requestHash().equals(hash(edits))) {
            return SaveOutcome.Refused.because(
                    "Idempotency-Key",
                    "this key came with another request before: expected a new key");
        }
        var entity = history.at(answer.entity(), answer.revision()).orElseThrow();
        if (answer.parked().isPresent()) {
            return merges.parked(answer.parked().get(), entity);
        }
        return answer.merged().isEmpty()
                ? new SaveOutcome.Applied(entity)
                : new SaveOutcome.Merged(entity, answer.merged());
    }

    /// Joins the transaction of the write it remembers.
    void remember(List<Edit> edits, Author author, List<SaveOutcome> outcomes) {
        if (author.idempotencyKey().isEmpty() || outcomes.size() != 1) {
            return;
        }
        switch (outcomes.getFirst()) {
            case SaveOutcome.Applied(var entity) ->
                    add(edits, author, entity, Collections.emptySortedMap(), Optional.empty());
            case SaveOutcome.Merged(var entity, var theirs) ->
                    add(edits, author, entity, theirs, Optional.empty());
            case SaveOutcome.Parked(var entity, var conflict, _) ->
                    add(
                            edits,
                            author,
                            entity,
                            Collections.emptySortedMap(),
                            Optional.of(conflict.id()));
            case SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ -> {}
        }
    }

    private void add(
            List<Edit> edits,
            Author author,
            Entity entity,
            SortedMap<FieldName, UserId> theirs,
            Optional<ConflictId> parked) {
        store.add(
                author.actor().id(),
                author.idempotencyKey().orElseThrow(),
                new IdempotencyStore.Answer(
                        hash(edits), entity.id(), entity.revision(), theirs, parked),
                clock.instant());
    }

    private static String hash(List<Edit> edits) {
        return HexFormat.of()
                .formatHex(Sha256.of(edits.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
