package io.mergedesk.audit;

import io.mergedesk.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// One line of a file of checkpoints: `{"checkpoint":{…},"signature":"…"}`.
///
/// @param text as it stands in the file, without the line's end
record CheckpointLine(String text) {

    private static final String HEAD = "{\"checkpoint\":";
    private static final String MIDDLE = ",\"signature\":\"";
    private static final String TAIL = "\"}";

    static CheckpointLine signed(Checkpoint checkpoint, CheckpointKey key) {
        var json = checkpoint.toJson();
        return new CheckpointLine(HEAD + json + MIDDLE + key.sign(json) + TAIL);
    }

    /// What was signed; empty where the line is torn, or was signed with another key.
    Optional<Checkpoint> read(CheckpointKey key) {
        int middle = text.lastIndexOf(MIDDLE);
        if (!text.startsWith(HEAD) || !text.endsWith(TAIL) || middle < HEAD.length()) {
            return Optional.empty();
        }
        var json = text.substring(HEAD.length(), middle);
        var signature = text.substring(middle + MIDDLE.length(), text.length() - TAIL.length());
        return key.hasSigned(json, signature) ? Checkpoint.parse(json) : Optional.empty();
    }

    /// SHA-256 in hexadecimal, which the next line names.
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
