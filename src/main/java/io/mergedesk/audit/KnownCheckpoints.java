package io.mergedesk.audit;

import io.mergedesk.common.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the files hold: the checkpoints since the last new beginning, and what is wrong with them.
///
/// @param lastHash of the newest line; empty when there is none
/// @param foreign the other site whose database they are about; none of them is current then
/// @param damage in plain words; empty when every line is as it was written
record KnownCheckpoints(
        List<Checkpoint> current,
        String lastHash,
        Optional<SiteId> foreign,
        Optional<String> damage) {

    KnownCheckpoints {
        current = List.copyOf(current);
    }

    /// @param own the site of the database
    static KnownCheckpoints of(List<CheckpointFiles.Placed> lines, CheckpointKey key, SiteId own) {
        var current = new ArrayList<Checkpoint>();
        var lastHash = "";
        var foreign = Optional.<SiteId>empty();
        var damage = Optional.<String>empty();
        for (var placed : lines) {
            var read = placed.line().read(key);
            if (read.isEmpty()) {
                continue;
            }
            var checkpoint = read.get();
            if (checkpoint.anchor().isPresent()) {
                current.clear();
                foreign = Optional.empty();
                damage = Optional.empty();
            } else if (!checkpoint.previous().equals(lastHash) && damage.isEmpty()) {
                damage =
                        Optional.of(
                                "a line before line %d of %s was changed or taken out"
                                        .formatted(placed.number(), placed.file()));
            }
            current.add(checkpoint);
            foreign = foreign.or(() -> checkpoint.site().filter(site -> !site.equals(own)));
            lastHash = placed.line().hash();
        }
        return foreign.isEmpty()
                ? new KnownCheckpoints(current, lastHash, foreign, damage)
                : new KnownCheckpoints(
                        List.of(), lastHash, foreign, foreign.map(site -> mixedUp(site, own)));
    }

    private static String mixedUp(SiteId other, SiteId own) {
        return ("they belong to the database of %s, and this is the database of %s: give it the"
                        + " directory that it had (MERGEDESK_HOME), or begin the checkpoints anew")
                .formatted(other, own);
    }

    /// With one more, behind all others.
    KnownCheckpoints and(Checkpoint checkpoint, CheckpointLine line) {
        boolean anew = checkpoint.anchor().isPresent();
        var all = new ArrayList<>(anew ? List.<Checkpoint>of() : current);
        all.add(checkpoint);
        return new KnownCheckpoints(
                all,
                line.hash(),
                anew ? Optional.empty() : foreign,
                anew ? Optional.empty() : damage);
    }
}
