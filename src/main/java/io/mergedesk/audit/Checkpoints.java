package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signed lines outside the database that say where the chains were, one file a month:
/// `{"checkpoint":{…},"signature":"…"}`.
///
/// Each names the hash of the line before it, so a line that was taken out is noticed. A line that
/// was torn by a crash was never signed wholly and counts as not written.
public final class Checkpoints {

    private static final String HEAD = "{\"checkpoint\":";
    private static final String MIDDLE = ",\"signature\":\"";
    private static final String TAIL = "\"}";

    private final Path home;
    private final Path directory;
    private @Nullable CheckpointKey key;
    private @Nullable Known known;

    /// What the files hold: those since the last new beginning, and what is wrong with them.
    private record Known(List<Checkpoint> current, String lastHash, Optional<String> damage) {}

    /// @param home where the key is kept, and the files in `checkpoints` below it
    public Checkpoints(Path home) {
        this.home = home;
        this.directory = home.resolve("checkpoints");
    }

    /// Makes the key where there is none.
    public synchronized void prepare() {
        key();
    }

    /// Appends a line and waits until it is on the disk.
    synchronized void sign(Map<ChainName, Link> links, Instant at, Optional<String> anchor) {
        var before = known();
        var checkpoint = new Checkpoint(at, links, before.lastHash(), anchor);
        var text = checkpoint.toJson();
        var line = HEAD + text + MIDDLE + key().sign(text) + TAIL;
        append(directory.resolve(YearMonth.from(at.atOffset(ZoneOffset.UTC)) + ".jsonl"), line);
        var current =
                new ArrayList<>(anchor.isPresent() ? List.<Checkpoint>of() : before.current());
        current.add(checkpoint);
        known =
                new Known(
                        current,
                        hash(line),
                        anchor.isPresent() ? Optional.empty() : before.damage());
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

    private Known known() {
        var found = known;
        if (found == null) {
            found = read();
            known = found;
        }
        return found;
    }

    private Known read() {
        var current = new ArrayList<Checkpoint>();
        var lastHash = "";
        var damage = Optional.<String>empty();
        for (var file : files()) {
            int number = 0;
            for (var line : lines(file)) {
                number++;
                var checkpoint = checkpoint(line);
                if (checkpoint.isEmpty()) {
                    continue;
                }
                if (checkpoint.get().anchor().isPresent()) {
                    current.clear();
                    damage = Optional.empty();
                } else if (!checkpoint.get().previous().equals(lastHash) && damage.isEmpty()) {
                    damage =
                            Optional.of(
                                    "a line before line %d of %s was changed or taken out"
                                            .formatted(number, file.getFileName()));
                }
                current.add(checkpoint.get());
                lastHash = hash(line);
            }
        }
        return new Known(current, lastHash, damage);
    }

    private Optional<Checkpoint> checkpoint(String line) {
        int middle = line.lastIndexOf(MIDDLE);
        if (!line.startsWith(HEAD) || !line.endsWith(TAIL) || middle < HEAD.length()) {
            return Optional.empty();
        }
        var text = line.substring(HEAD.length(), middle);
        var signature = line.substring(middle + MIDDLE.length(), line.length() - TAIL.length());
        return key().hasSigned(text, signature) ? Checkpoint.parse(text) : Optional.empty();
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.newDirectoryStream(directory, "*.jsonl")) {
            var found = new ArrayList<Path>();
            files.forEach(found::add);
            found.sort(null);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On a line of its own, even behind one that a crash has torn.
    private void append(Path file, String line) {
        try {
            Files.createDirectories(directory);
            try (var out =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var start = endsWithNewLine(file) ? "" : "\n";
                out.write(ByteBuffer.wrap((start + line + "\n").getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWithNewLine(Path file) throws IOException {
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            var last = ByteBuffer.allocate(1);
            return in.size() == 0
                    || (in.read(last, in.size() - 1) == 1 && last.get(0) == (byte) '\n');
        }
    }

    private static String hash(String line) {
        return HexFormat.of().formatHex(Sha256.of(line.getBytes(StandardCharsets.UTF_8)));
    }
}
