package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signed lines outside the database that say where its chains were, one file a month.
///
/// Each names the hash of the line before it, so a line that was taken out is noticed, and the site
/// whose database it is about: beside another database none of them counts. A line that was torn by
/// a crash was never signed wholly and counts as not written.
public final class Checkpoints {

    private final Path home;
    private final SiteId site;
    private final CheckpointFiles files;
    private @Nullable CheckpointKey key;
    private @Nullable KnownCheckpoints known;

    /// @param home where the key is kept, and the files in `checkpoints` below it
    /// @param site whose database it is
    public Checkpoints(Path home, SiteId site) {
        this.home = home;
        this.site = site;
        this.files = new CheckpointFiles(home.resolve("checkpoints"));
    }

    /// Makes the key where there is none.
    public synchronized void prepare() {
        key();
    }

    /// Appends a line and waits until it is on the disk.
    synchronized void sign(Map<ChainName, Link> links, Instant at, Optional<String> anchor) {
        var before = known();
        var checkpoint = new Checkpoint(at, Optional.of(site), links, before.lastHash(), anchor);
        var line = CheckpointLine.signed(checkpoint, key());
        files.append(at, line);
        known = before.and(checkpoint, line);
    }

    /// The other site whose database the files are about.
    synchronized Optional<SiteId> foreign() {
        return known().foreign();
    }

    /// All links of a chain that were signed since the last new beginning.
    synchronized Witnesses witnesses(ChainName chain) {
        return new Witnesses(links(chain));
    }

    /// The newest signed link of a chain.
    synchronized Optional<Link> last(ChainName chain) {
        var links = links(chain);
        return links.isEmpty() ? Optional.empty() : Optional.of(links.getLast());
    }

    /// When the newest checkpoint was signed.
    synchronized Optional<Instant> lastAt() {
        var current = known().current();
        return current.isEmpty() ? Optional.empty() : Optional.of(current.getLast().at());
    }

    /// The links of the checkpoint that was signed when the feed was at that place.
    synchronized Optional<Map<ChainName, Link>> linksAt(Sequence changes) {
        return known().current().stream()
                .map(Checkpoint::links)
                .filter(links -> {
                    var link = links.get(ChainName.CHANGES);
                    return link != null && link.place().equals(changes);
                })
                .reduce((_, later) -> later);
    }

    /// What is wrong with the files, in plain words; empty when every line is as it was written.
    synchronized Optional<String> damage() {
        return known().damage();
    }

    private List<Link> links(ChainName chain) {
        return known().current().stream()
                .map(one -> one.links().get(chain))
                .filter(Objects::nonNull)
                .toList();
    }

    private CheckpointKey key() {
        var found = key;
        if (found == null) {
            try {
                found = CheckpointKey.in(home);
                key = found;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private KnownCheckpoints known() {
        var found = known;
        if (found == null) {
            found = KnownCheckpoints.of(files.lines(), key(), site);
            known = found;
        }
        return found;
    }
}
