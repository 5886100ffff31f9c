package io.mergedesk.audit;

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
import java.util.List;

/// The files of checkpoints in one directory, one a month, such as `2026-01.jsonl`.
record CheckpointFiles(Path directory) {

    /// One line and where it stands.
    record Placed(CheckpointLine line, Path file, int number) {}

    /// All lines, the oldest first.
    List<Placed> lines() {
        var all = new ArrayList<Placed>();
        for (var file : files()) {
            int number = 0;
            for (var line : lines(file)) {
                number++;
                all.add(new Placed(new CheckpointLine(line), file.getFileName(), number));
            }
        }
        return all;
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

    /// Appends to the file of that month and waits until it is on the disk. On a line of its own,
    /// even behind one that a crash has torn.
    void append(Instant at, CheckpointLine line) {
        var file = directory.resolve(YearMonth.from(at.atOffset(ZoneOffset.UTC)) + ".jsonl");
        try {
            Files.createDirectories(directory);
            try (var out =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                var start = endsWithNewLine(file) ? "" : "\n";
                var bytes = (start + line.text() + "\n").getBytes(StandardCharsets.UTF_8);
                out.write(ByteBuffer.wrap(bytes));
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
}
