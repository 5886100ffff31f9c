package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import io.mergedesk.trail.Trail;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Holds what is marked as erased against what the trail says was erased: a row that somebody
/// rewrote and marked as erased is a modified one.
public final class ErasureCheck {

    private static final int PAGE = 1_000;

    private final Eraser eraser;
    private final ErasureStore store;
    private final Trail trail;

    public ErasureCheck(Eraser eraser, ErasureStore store, Trail trail) {
        this.eraser = eraser;
        this.store = store;
        this.trail = trail;
    }

    /// The first row of a chain that was not erased as the trail says.
    Optional<Integrity> firstFalse(ChainName chain) {
        var stored = eraser.rewritten();
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        // read before the trail: one that is finished meanwhile is noted by then
        var running = store.unfinished().stream().map(Erasure::id).collect(Collectors.toSet());
        var noted = noted();
        return stored.entrySet().stream()
                .filter(one -> !Objects.equals(noted.get(one.getKey()), one.getValue().digest()))
                .filter(one -> !running.contains(one.getKey()))
                .flatMap(one -> eraser.firstRewritten(chain, one.getKey()).stream())
                .min(Comparator.naturalOrder())
                .map(place -> new Integrity.Modified(place, Optional.empty(), Optional.empty()));
    }

    private Map<ErasureId, String> noted() {
        var noted = new HashMap<ErasureId, String>();
        var place = Sequence.START;
        var page = trail.after(place, PAGE);
        while (!page.isEmpty()) {
            for (var entry : page) {
                ErasureNote.erasure(entry)
                        .ifPresent(erasure -> noted.put(erasure, ErasureNote.digest(entry)));
            }
            place = page.getLast().sequence();
            page = trail.after(place, PAGE);
        }
        return noted;
    }
}
