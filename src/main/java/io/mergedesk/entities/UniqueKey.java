package io.mergedesk.entities;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// A value that only one entity may hold, by its hash. Letter case does not make it another value.
public record UniqueKey(int index, String hash) {

    static UniqueKey of(int index, FieldValue value) {
        var text = FieldText.write(value).toLowerCase(Locale.ROOT);
        return new UniqueKey(
                index, HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hash);
    }
}
