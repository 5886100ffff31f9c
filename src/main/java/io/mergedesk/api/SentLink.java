package io.mergedesk.api;

import io.mergedesk.entities.Violation;
import io.mergedesk.realtime.NewLink;
import java.util.ArrayList;
import java.util.Set;

/// Reads `{"name":"Lyon","url":"https://lyon.example.org","token":"…","fromBeginning":true,
/// "allowPrivateAddress":false}`.
final class SentLink {

    private SentLink() {}

    /// @throws RejectedRequest with all that cannot be read
    static NewLink read(JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("name", "url", "token", "fromBeginning", "allowPrivateAddress"));
        var link =
                new NewLink(
                        sent.text("name").orElse(""),
                        sent.text("url").orElse(""),
                        sent.text("token").orElse(""),
                        sent.flag("fromBeginning"),
                        sent.flag("allowPrivateAddress"));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return link;
    }
}
