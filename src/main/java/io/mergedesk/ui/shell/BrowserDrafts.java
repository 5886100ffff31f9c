package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.UserId;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What a person typed into one form and the server does not have yet, kept in their browser.
///
/// It survives lost connections, refreshes, ended sessions and restarts, because the browser keeps
/// every keystroke by itself. Values are what the person sees: the text, `true` or `false`, or the
/// labels chosen, one per line.
public final class BrowserDrafts {

    private final Component form;
    private final UserId account;
    private final String key;

    /// @param key what is edited, the same after a refresh: an entity's id, or `new/` and its type
    public BrowserDrafts(Component form, UserId account, String key) {
        this.form = form;
        this.account = account;
        this.key = key;
    }

    /// Names a field of the form; only named fields are kept.
    public static <C extends HasElement> C named(String field, C component) {
        component.getElement().setAttribute("data-field", field);
        return component;
    }

    /// Keeps from now on what is typed into the form, and hands back what was left over, by field.
    /// Nothing left over is not told, nor is what has been typed over since the page was drawn.
    public void keep(SerializableConsumer<Map<String, String>> leftOver) {
        Modules.call(
                        form.getElement(),
                        "drafts.js",
                        "m.openDrafts(this, $0, $1)",
                        account.value(),
                        key)
                .then(drafts -> {
                    var values = values(drafts);
                    if (!values.isEmpty()) {
                        leftOver.accept(values);
                    }
                });
    }

    /// Hands over, by field, what was typed and is not confirmed: before whatever the person
    /// clicked or asked for by keys arrives, and when the server put another value into a field
    /// before it knew that somebody was typing there.
    public void onUnconfirmed(SerializableConsumer<Map<String, String>> typed) {
        form.getElement()
                .addEventListener(
                        "unconfirmed",
                        event -> typed.accept(values(event.getEventData().path("event.detail"))))
                .addEventData("event.detail");
    }

    /// The server has these fields, whatever the browser keeps of them.
    public void confirmed(Collection<String> fields) {
        var names = JsonNodeFactory.instance.arrayNode();
        fields.forEach(names::add);
        inPage("m.confirmed($0, $1, $2)", names);
    }

    /// The server has these values; what was typed on since stays kept.
    public void confirmed(Map<String, String> values) {
        var sent = JsonNodeFactory.instance.objectNode();
        values.forEach(sent::put);
        inPage("m.confirmed($0, $1, $2)", sent);
    }

    /// The person does not want what they typed here.
    public void discard() {
        inPage("m.discard($0, $1)");
    }

    /// Whatever becomes of the form: it may leave the page with the same answer.
    private void inPage(String expression, Serializable... more) {
        var arguments =
                Stream.concat(Stream.of(account.value(), key), Stream.of(more))
                        .toArray(Serializable[]::new);
        Modules.call(UI.getCurrent().getElement(), "drafts.js", expression, arguments);
    }

    private static Map<String, String> values(JsonNode drafts) {
        var values = new TreeMap<String, String>();
        drafts.forEachEntry((field, draft) -> values.put(field, text(draft.path("value"))));
        return values;
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? String.join("\n", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
