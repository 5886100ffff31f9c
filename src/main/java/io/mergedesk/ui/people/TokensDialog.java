package io.mergedesk.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.mergedesk.common.Actor;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.Person;
import io.mergedesk.ui.account.TokenList;
import java.util.function.Supplier;

/// The tokens of somebody, for an admin to revoke.
final class TokensDialog extends Dialog {

    TokensDialog(ApiTokenService tokens, Supplier<Actor> actor, Person person) {
        setHeaderTitle("Tokens of " + person.displayName());
        setWidth("min(100vw - 32px, 520px)");
        add(new TokenList(tokens, actor, person.id()));
        getFooter().add(new Button("Close", _ -> close()));
    }
}
