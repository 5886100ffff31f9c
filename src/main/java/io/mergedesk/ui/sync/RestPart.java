package io.mergedesk.ui.sync;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.RestMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a REST target wants to be spoken to.
final class RestPart extends Div {

    private final TextField create = new TextField("To add a record");
    private final TextField update = new TextField("To change a record");
    private final TextField delete = new TextField("To delete a record");
    private final PasswordField secret = new PasswordField("Authorization");
    private final Checkbox conditional = new Checkbox("Send back its ETag, so that it can refuse");
    private final NamesPart names;
    private final HeadersPart headers;

    RestPart(FieldChoice fields, ErrorPlaces places) {
        names = new NamesPart(fields, places);
        headers = new HeadersPart(places);
        create.setHelperText("Method and path, such as POST /contacts; empty: as a change");
        update.setHelperText("Such as PUT /contacts/{id}");
        delete.setHelperText("Such as DELETE /contacts/{id}; empty: not sent");
        secret.setHelperText("The header's value, such as Bearer and a token; kept encrypted");
        secret.getElement().setAttribute("autocomplete", "new-password");
        addClassName("sync-form-rest");
        add(create, update, delete, secret, conditional, names, headers);
        places.put("secret", secret);
        places.put("rest.create", create);
        places.put("rest.update", update);
        places.put("rest.delete", delete);
    }

    void fill(RestMapping rest) {
        create.setValue(words(rest.create()));
        update.setValue(words(rest.update()));
        delete.setValue(words(rest.delete()));
        conditional.setValue(rest.conditional());
        names.fill(rest.names());
        headers.fill(rest.headers());
    }

    /// There is a secret already, or there may be: it is not shown.
    void keepsSecret() {
        secret.setPlaceholder("kept, type to replace");
    }

    Optional<String> typedSecret() {
        return isVisible() && !secret.getValue().isBlank()
                ? Optional.of(secret.getValue().strip())
                : Optional.empty();
    }

    /// Values of headers that are new.
    Map<String, String> typedHeaders() {
        return isVisible() ? headers.typed() : Map.of();
    }

    /// What was typed is kept now.
    void forgetSecret() {
        secret.clear();
    }

    /// @param violations where what is wrong is added
    RestMapping read(List<Violation> violations) {
        return isVisible()
                ? new RestMapping(
                        request(create),
                        request(update),
                        request(delete),
                        names.read(violations),
                        headers.read(violations),
                        conditional.getValue())
                : RestMapping.NONE;
    }

    private static String words(Optional<RestMapping.Request> request) {
        return request.map(one -> one.method() + " " + one.path()).orElse("");
    }

    private static Optional<RestMapping.Request> request(TextField field) {
        var text = field.getValue().strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        return Optional.of(
                space < 0
                        ? new RestMapping.Request(text, "")
                        : new RestMapping.Request(
                                text.substring(0, space), text.substring(space + 1).strip()));
    }
}
